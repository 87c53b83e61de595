#include "comparison/chooser_button.h"  // whose meta-object is made for files that have a source
