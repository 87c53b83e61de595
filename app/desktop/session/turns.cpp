#include "session/turns.h"  // whose meta-object is made for files that have a source
