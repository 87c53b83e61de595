#include "session/shown_map.h"  // whose meta-object is made for files that have a source
