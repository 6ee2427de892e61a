/* xml-error.h: what libxml2 complains of, in words for a person. */
#pragma once

#include <libxml/xmlerror.h>

#include "study-file.h"

G_BEGIN_DECLS

TlStorageError tl_xml_error_explain (const xmlError *error, gboolean is_at_end, char **words);

G_END_DECLS
