#include "study-file.h"

G_DEFINE_QUARK (tl - storage - error - quark, tl_storage_error)
