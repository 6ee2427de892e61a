/* json-members.h: members of a JSON object, one call each. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * tl_json_add_number:
 * @json: within an object
 * @name: of the member
 * @number: its value; infinity and "not a number", for which JSON has no word, become null
 */
void tl_json_add_number (JsonBuilder *json, const char *name, double number);

/**
 * tl_json_add_text:
 * @json: within an object
 * @name: of the member
 * @text: (nullable): its value; %NULL becomes null
 */
void tl_json_add_text (JsonBuilder *json, const char *name, const char *text);

/**
 * tl_json_begin_object:
 * @json: within an object
 * @name: of the member, an object whose members come next
 */
void tl_json_begin_object (JsonBuilder *json, const char *name);

/**
 * tl_json_begin_array:
 * @json: within an object
 * @name: of the member, an array whose elements come next
 */
void tl_json_begin_array (JsonBuilder *json, const char *name);

/**
 * tl_json_finish:
 * @json: all of it
 *
 * Returns: (transfer full): the text, with an end of line
 */
char *tl_json_finish (JsonBuilder *json) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
