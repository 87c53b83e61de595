#include "session/shown_agglomerations.h"  // whose meta-object is made for files that have a source
