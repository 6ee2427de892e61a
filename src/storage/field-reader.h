/* field-reader.h: what an attribute's text says, by the table of fields. */
#pragma once

#include "study/value.h"

G_BEGIN_DECLS

gboolean
tl_field_read (const TlField *field, const char *text, TlValue *value, char **complaint) G_GNUC_WARN_UNUSED_RESULT;
gboolean tl_id_is_good (const char *id);

G_END_DECLS
