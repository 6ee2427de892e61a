/* json-text.c: writes a tree of JSON nodes. */
#include "cli/json-text.h"

#include "study/number-text.h"

static void append (GString *text, JsonNode *node, guint depth);

static void
begin_line (GString *text, guint depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static void
append_value (GString *text, JsonNode *node)
{
  char buffer[TL_NUMBER_SIZE];

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_DOUBLE)
    g_string_append (text, tl_number_shortest (json_node_get_double (node), buffer));
  else
    {
      g_autofree char *plain = json_to_string (node, FALSE);
      g_string_append (text, plain);
    }
}

static void
append_name (GString *text, const char *name)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), name);

  append_value (text, node);
  g_string_append (text, " : ");
}

static void
append_object (GString *text, JsonObject *object, guint depth)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;
  gboolean more = FALSE;

  g_string_append_c (text, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_string_append (text, more ? "," : "");
      more = TRUE;
      begin_line (text, depth + 1);
      append_name (text, name);
      append (text, member, depth + 1);
    }
  if (more)
    begin_line (text, depth);
  g_string_append_c (text, '}');
}

static void
append_array (GString *text, JsonArray *array, guint depth)
{
  const guint length = json_array_get_length (array);

  g_string_append_c (text, '[');
  for (guint i = 0; i < length; i++)
    {
      g_string_append (text, i > 0 ? "," : "");
      begin_line (text, depth + 1);
      append (text, json_array_get_element (array, i), depth + 1);
    }
  if (length > 0)
    begin_line (text, depth);
  g_string_append_c (text, ']');
}

static void
append (GString *text, JsonNode *node, guint depth)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    append_object (text, json_node_get_object (node), depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    append_array (text, json_node_get_array (node), depth);
  else
    append_value (text, node);
}

char *
tl_json_text (JsonNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append (text, node, 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
