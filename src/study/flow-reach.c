#include "flow-reach.h"

#include "connector.h"

/**
 * tl_flow_leads_to:
 * @flow: a flow
 * @from: one of its steps
 * @to: another, or the same
 *
 * Returns: whether work that is at @from can come to @to along connectors of kind flow
 */
gboolean
tl_flow_leads_to (TlFlow *flow, const TlStep *from, const TlStep *to)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL); /* connector out of a step, plus 1 */
  g_autofree guint *next = g_new0 (guint, flow->connectors->len + 1);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->kind != TL_CONNECTOR_FLOW)
        continue;
      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (first, connector->from));
      g_hash_table_insert (first, connector->from, GUINT_TO_POINTER (i + 1));
    }
  g_hash_table_add (seen, (gpointer) from);
  g_ptr_array_add (reached, (gpointer) from);
  for (guint r = 0; r < reached->len && !g_hash_table_contains (seen, to); r++)
    for (guint i = GPOINTER_TO_UINT (g_hash_table_lookup (first, reached->pdata[r])); i != 0; i = next[i - 1])
      {
        const TlConnector *connector = g_ptr_array_index (flow->connectors, i - 1);

        if (g_hash_table_add (seen, connector->to))
          g_ptr_array_add (reached, connector->to);
      }
  return g_hash_table_contains (seen, to);
}
