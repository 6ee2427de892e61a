#include "fragment.h"

#include <string.h>

#include "connector.h"
#include "demand.h"
#include "entry.h"
#include "item-build.h"
#include "raises.h"
#include "role.h"
#include "step.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Lets a copy refer to what stands for the originals; what nothing stands for is left blank. */
static gboolean
refer_anew (TlItem *item, gpointer data)
{
  for (const TlField *field = tl_item_type (item->kind)->fields; field->name; field++)
    if (field->type == TL_FIELD_ITEM)
      {
        TlValue value = tl_item_get (item, field);

        value.item = value.item ? g_hash_table_lookup (data, value.item) : NULL;
        tl_item_set (item, field, &value);
      }
  return TRUE;
}

/* ---- copying ---- */

/* A copy in the fragment that keeps its id, made when it is first needed. */
static void
bring (TlStudy *fragment, GHashTable *copies, gpointer item)
{
  TlItem *original = item;
  TlItem *copy;
  GPtrArray *links;

  if (!original || g_hash_table_contains (copies, original))
    return;
  copy = tl_item_copy (original);
  /* What a demand matters for stays with the study that says so. */
  links = original->kind == TL_ITEM_DEMAND ? ((TlDemand *) copy)->links : NULL;
  while (links && links->len)
    tl_item_take_out (g_ptr_array_index (links, links->len - 1));
  tl_item_set_id (copy, original->id);
  tl_item_append (fragment, copy);
  g_hash_table_insert (copies, original, copy);
}

/* A copy in the fragment's flow, of what refers only to what has been brought. */
static void
copy_into (TlFlow *flow, GHashTable *copies, gpointer item)
{
  TlItem *original = item;
  TlItem *copy = tl_item_copy (original);

  tl_item_walk (copy, refer_anew, copies);
  if (original->id)
    tl_item_set_id (copy, original->id);
  tl_item_append (flow, copy);
  g_hash_table_insert (copies, original, copy);
}

static void
copy_connectors (TlStudy *fragment, TlFlow *into, TlFlow *flow, GHashTable *copies)
{
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (!g_hash_table_contains (copies, connector->from) || !g_hash_table_contains (copies, connector->to))
        continue;
      for (guint s = 0; s < connector->shares->len; s++)
        bring (fragment, copies, ((TlShare *) g_ptr_array_index (connector->shares, s))->demand);
      copy_into (into, copies, connector);
    }
}

static void
copy_demands (TlStudy *fragment, TlFlow *into, TlFlow *flow, GHashTable *copies)
{
  for (guint i = 0; i < flow->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (flow->entries, i);

      if (!g_hash_table_contains (copies, entry->step))
        continue;
      bring (fragment, copies, entry->demand);
      copy_into (into, copies, entry);
    }
  for (guint i = 0; i < flow->raises->len; i++)
    {
      TlRaises *raises = g_ptr_array_index (flow->raises, i);

      if (!g_hash_table_contains (copies, raises->step))
        continue;
      bring (fragment, copies, raises->demand);
      copy_into (into, copies, raises);
    }
}

/**
 * tl_fragment_new:
 * @steps: (element-type TlStep): steps of one flow, at least one
 *
 * Copies steps in the flow's order, the connectors among them, the entries at them and the failure demand
 * that they raise, with the roles and demands that these are about. The fragment is a study like any: it can
 * be written and read as one (storage/study-file.h).
 *
 * Returns: (transfer full): the fragment
 */
TlStudy *
tl_fragment_new (GPtrArray *steps)
{
  TlFlow *flow = (TlFlow *) TL_ITEM (g_ptr_array_index (steps, 0))->parent;
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  TlStudy *fragment = tl_study_new ();
  TlFlow *into = tl_item_new (TL_ITEM_FLOW);

  tl_item_set_id (into, flow->item.id);
  tl_item_append (fragment, into);
  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);

      if (!g_ptr_array_find (steps, step, NULL))
        continue;
      bring (fragment, copies, step->role);
      copy_into (into, copies, step);
    }
  copy_connectors (fragment, into, flow, copies);
  copy_demands (fragment, into, flow, copies);
  return fragment;
}

/**
 * tl_fragment_flow:
 * @fragment: a fragment, or any study
 *
 * Returns: (transfer none) (nullable): the first flow that has steps
 */
TlFlow *
tl_fragment_flow (TlStudy *fragment)
{
  for (guint i = 0; i < fragment->flows->len; i++)
    if (((TlFlow *) g_ptr_array_index (fragment->flows, i))->steps->len)
      return g_ptr_array_index (fragment->flows, i);
  return NULL;
}

/* ---- as text ---- */

static TlConnector *
only_way (TlFlow *flow, const TlStep *step, gboolean outgoing)
{
  TlConnector *only = NULL;

  for (guint i = 0; i < flow->connectors->len; i++)
    {
      TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if ((outgoing ? connector->from : connector->to) != step)
        continue;
      if (only)
        return NULL;
      only = connector;
    }
  return only;
}

/* Returns: (nullable): the steps in the order of the chain that they make; NULL where they make none */
static GPtrArray *
chain_of (TlFlow *flow)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new ();
  TlStep *step = NULL;

  if (flow->connectors->len + 1 != flow->steps->len)
    return NULL;
  for (guint i = 0; i < flow->steps->len && !step; i++)
    if (!only_way (flow, g_ptr_array_index (flow->steps, i), FALSE))
      step = g_ptr_array_index (flow->steps, i);
  while (step && chain->len < flow->steps->len)
    {
      TlConnector *way = only_way (flow, step, TRUE);

      g_ptr_array_add (chain, step);
      step = way ? way->to : NULL;
    }
  return chain->len == flow->steps->len && chain->len > 1 ? g_steal_pointer (&chain) : NULL;
}

/**
 * tl_fragment_text:
 * @fragment: a fragment with a flow that has steps
 *
 * Returns: (transfer full): the names of its steps: as "A > B > C" where they make a chain, else a line each
 */
char *
tl_fragment_text (TlStudy *fragment)
{
  TlFlow *flow = tl_fragment_flow (fragment);
  g_autoptr (GPtrArray) chain = chain_of (flow);
  GPtrArray *steps = chain ? chain : flow->steps;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const char *name = tl_item_name (g_ptr_array_index (steps, i));

      if (*name && text->len)
        g_string_append (text, chain ? " > " : "\n");
      g_string_append (text, name);
    }
  return g_string_free (text, FALSE);
}

/* ---- pasting ---- */

typedef struct
{
  TlHistory *history;
  TlStudy *study;
  TlFlow *flow;
  GHashTable *counterparts; /* item of the fragment → what stands for it here */
} Pasting;

/* By the same name; of several, the one with the same id. What has no name is the same only with its id. */
static TlItem *
counterpart (GPtrArray *candidates, TlItem *item)
{
  g_autofree char *wanted = g_utf8_casefold (tl_item_name (item), -1);
  TlItem *found = NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      TlItem *candidate = g_ptr_array_index (candidates, i);
      g_autofree char *name = g_utf8_casefold (tl_item_name (candidate), -1);
      gboolean same_id = g_strcmp0 (candidate->id, item->id) == 0;

      if (strcmp (name, wanted) == 0 && (same_id || (*wanted && !found)))
        found = candidate;
    }
  return found;
}

/* Adds a copy, with an id of its own and references to what is here. */
static gpointer
add_copy (Pasting *self, gpointer parent, TlItem *item)
{
  TlItem *copy = tl_item_copy (item);

  tl_item_walk (copy, refer_anew, self->counterparts);
  if (tl_item_type (item->kind)->id_prefix)
    {
      g_autofree char *id = tl_study_new_id (self->study, item->kind);

      tl_item_set_id (copy, id);
    }
  tl_history_apply (self->history, tl_edit_new_insert (parent, copy, G_MAXUINT));
  g_hash_table_insert (self->counterparts, item, copy);
  tl_item_unref (copy);
  return copy;
}

/* A demand's links are about matters, which do not come along. */
static void
drop_links (TlDemand *demand)
{
  while (demand->links->len)
    tl_item_take_out (g_ptr_array_index (demand->links, demand->links->len - 1));
}

static void
match_all (Pasting *self, GPtrArray *items, GPtrArray *candidates)
{
  for (guint i = 0; i < items->len; i++)
    {
      TlItem *item = g_ptr_array_index (items, i);
      TlItem *here = counterpart (candidates, item);

      if (here)
        g_hash_table_insert (self->counterparts, item, here);
      else
        add_copy (self, self->study, item);
    }
}

/* Only what the steps need comes along, though a whole study were pasted. */
static GPtrArray *
needed (TlFlow *flow, TlItemKind kind)
{
  GPtrArray *items = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; kind == TL_ITEM_ROLE && i < flow->steps->len; i++)
    {
      TlRole *role = ((TlStep *) g_ptr_array_index (flow->steps, i))->role;

      if (role && g_hash_table_add (seen, role))
        g_ptr_array_add (items, role);
    }
  for (guint i = 0; kind == TL_ITEM_DEMAND && i < flow->entries->len; i++)
    if (g_hash_table_add (seen, ((TlEntry *) g_ptr_array_index (flow->entries, i))->demand))
      g_ptr_array_add (items, ((TlEntry *) g_ptr_array_index (flow->entries, i))->demand);
  for (guint i = 0; kind == TL_ITEM_DEMAND && i < flow->raises->len; i++)
    if (g_hash_table_add (seen, ((TlRaises *) g_ptr_array_index (flow->raises, i))->demand))
      g_ptr_array_add (items, ((TlRaises *) g_ptr_array_index (flow->raises, i))->demand);
  for (guint i = 0; kind == TL_ITEM_DEMAND && i < flow->connectors->len; i++)
    {
      GPtrArray *shares = ((TlConnector *) g_ptr_array_index (flow->connectors, i))->shares;

      for (guint s = 0; s < shares->len; s++)
        if (g_hash_table_add (seen, ((TlShare *) g_ptr_array_index (shares, s))->demand))
          g_ptr_array_add (items, ((TlShare *) g_ptr_array_index (shares, s))->demand);
    }
  return items;
}

static void
bring_along (Pasting *self, TlFlow *from)
{
  g_autoptr (GPtrArray) roles = needed (from, TL_ITEM_ROLE);
  g_autoptr (GPtrArray) demands = needed (from, TL_ITEM_DEMAND);

  for (guint i = 0; i < demands->len; i++)
    drop_links (g_ptr_array_index (demands, i));
  match_all (self, roles, self->study->roles);
  match_all (self, demands, self->study->demands);
}

static gboolean
enters (TlFlow *flow, TlDemand *demand)
{
  for (guint i = 0; i < flow->entries->len; i++)
    if (((TlEntry *) g_ptr_array_index (flow->entries, i))->demand == demand)
      return TRUE;
  return FALSE;
}

static GPtrArray *
add_steps (Pasting *self, TlFlow *from, double dx, double dy)
{
  GPtrArray *added = g_ptr_array_new ();

  for (guint i = 0; i < from->steps->len; i++)
    {
      TlStep *step = add_copy (self, self->flow, g_ptr_array_index (from->steps, i));

      if (tl_step_is_placed (step))
        {
          tl_history_apply (self->history, tl_edit_new_set_number (step, "x", step->x + dx));
          tl_history_apply (self->history, tl_edit_new_set_number (step, "y", step->y + dy));
        }
      g_ptr_array_add (added, step);
    }
  return added;
}

/**
 * tl_fragment_insert:
 * @history: the study's history
 * @flow: one of the study's flows
 * @fragment: what is pasted; no study that anybody else shows, as what is not pasted is taken out of it
 * @dx: how far right of where they stand in @fragment
 * @dy: how far below
 *
 * Adds the steps of the fragment's flow, with new ids. Roles and demands are those of the same name that
 * are here already; others come along. A demand enters a flow once: where it enters @flow already, that
 * stays as it is.
 *
 * Returns: (transfer container) (element-type TlStep): the new steps
 */
GPtrArray *
tl_fragment_insert (TlHistory *history, TlFlow *flow, TlStudy *fragment, double dx, double dy)
{
  g_autoptr (GHashTable) counterparts = g_hash_table_new (NULL, NULL);
  Pasting self = { history, tl_history_get_study (history), flow, counterparts };
  TlFlow *from = tl_fragment_flow (fragment);
  GPtrArray *added;

  tl_history_begin (history, ngettext ("Paste step", "Paste steps", from->steps->len), NULL);
  bring_along (&self, from);
  added = add_steps (&self, from, dx, dy);
  for (guint i = 0; i < from->connectors->len; i++)
    add_copy (&self, flow, g_ptr_array_index (from->connectors, i));
  for (guint i = 0; i < from->entries->len; i++)
    {
      TlEntry *entry = g_ptr_array_index (from->entries, i);

      if (!enters (flow, g_hash_table_lookup (counterparts, entry->demand)))
        add_copy (&self, flow, TL_ITEM (entry));
    }
  for (guint i = 0; i < from->raises->len; i++)
    add_copy (&self, flow, g_ptr_array_index (from->raises, i));
  tl_history_end (history);
  return added;
}
