/* xml-text.h: text as it stands in an XML file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void tl_xml_append_text (GString *xml, const char *text, gssize length);
void tl_xml_append_value (GString *xml, const char *text, gssize length);
void tl_xml_append_attribute (GString *xml, const char *name, const char *value);
gboolean tl_xml_is_blank (const char *text);

G_END_DECLS
