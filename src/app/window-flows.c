#include "app/window-flows.h"

#include "app/dialogs.h"
#include "app/window-private.h"
#include "study/flow-edits.h"
#include "study/redesign.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static TlFlow *
shown_flow (TlWindow *self)
{
  return self->document ? tl_document_flow (self->document) : NULL;
}

static TlFlow *
flow_by_id (TlWindow *self, const char *id)
{
  TlItem *item = tl_study_find (tl_document_study (self->document), id);

  return item && item->kind == TL_ITEM_FLOW ? (TlFlow *) item : NULL;
}

/* ---- which is shown ---- */

static void
show (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  TlFlow *flow = flow_by_id (self, g_variant_get_string (parameter, NULL));

  if (flow)
    tl_document_set_flow (self->document, flow);
}

static void
show_other (TlWindow *self, int by)
{
  TlFlow *flow = shown_flow (self);

  if (flow)
    tl_document_set_flow (self->document, tl_study_flow_after (tl_document_study (self->document), flow, by));
}

static void
show_next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_other (data, 1);
}

static void
show_previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  show_other (data, -1);
}

static void
compare_with (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  tl_document_set_compared (self->document, flow_by_id (self, g_variant_get_string (parameter, NULL)));
}

/* Changes the state too: the button and the menu show it. */
static void
show_differing (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  tl_document_set_differing (self->document, !tl_document_get_differing (self->document));
}

/* ---- making and naming ---- */

typedef struct
{
  TlWindow *window;
  TlFlow *flow; /* that is copied or named; NULL for an empty one */
} Naming;

static Naming *
naming_new (TlWindow *window, TlFlow *flow)
{
  Naming *naming = g_new0 (Naming, 1);

  naming->window = g_object_ref (window);
  naming->flow = flow ? (TlFlow *) tl_item_ref (flow) : NULL;
  return naming;
}

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  if (naming->flow)
    tl_item_unref (naming->flow);
  g_object_unref (naming->window);
  g_free (naming);
}

/* Whether the study is still there to be changed, and the flow in it. */
static gboolean
still_there (const Naming *naming)
{
  TlDocument *document = naming->window->document;

  return document && (!naming->flow || tl_study_of (naming->flow) == tl_document_study (document));
}

static void
on_redesign_named (const char *name, const char *serves, gpointer data)
{
  Naming *naming = data;
  TlDocument *document = naming->window->document;

  if (!still_there (naming))
    return;
  tl_history_settle (tl_document_history (document));
  tl_document_set_flow (document, tl_flow_redesign (tl_document_history (document), naming->flow, name, serves));
  tl_history_settle (tl_document_history (document));
}

static void
redesign (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  TlFlow *flow = shown_flow (self);
  const TlTwoEntries entries = {
    .heading = _ ("Copy to a redesign"),
    .body = _ ("The copy is yours to change; the flow it is made from stays as it is."),
    .first_label = _ ("Name"),
    .first_text = _ ("Redesign"),
    .second_label = _ ("How does it serve the purpose?"),
    .accept = _ ("_Copy"),
  };

  if (flow)
    tl_dialogs_ask_two (GTK_WINDOW (self), &entries, on_redesign_named, naming_new (self, flow), naming_free);
}

static void
on_empty_named (const char *name, const char *serves, gpointer data)
{
  Naming *naming = data;
  TlDocument *document = naming->window->document;
  TlHistory *history;
  TlFlow *flow;

  if (!still_there (naming))
    return;
  history = tl_document_history (document);
  tl_history_settle (history);
  tl_history_begin (history, _ ("Add flow"), NULL);
  flow = tl_study_add_flow (history, name);
  if (serves)
    tl_item_change (history, flow, "serves", tl_value_text (serves), _ ("Say how it serves the purpose"));
  tl_history_end (history);
  tl_document_set_flow (document, flow);
}

static void
add_flow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  const TlTwoEntries entries = {
    .heading = _ ("New empty flow"),
    .first_label = _ ("Name"),
    .first_text = _ ("Redesign"),
    .second_label = _ ("How does it serve the purpose?"),
    .accept = _ ("_Add"),
  };

  tl_dialogs_ask_two (GTK_WINDOW (self), &entries, on_empty_named, naming_new (self, NULL), naming_free);
}

static void
on_renamed (const char *name, const char *serves, gpointer data)
{
  Naming *naming = data;
  TlHistory *history;

  if (!still_there (naming))
    return;
  history = tl_document_history (naming->window->document);
  tl_history_settle (history);
  tl_history_begin (history, _ ("Change flow"), NULL);
  if (g_strcmp0 (naming->flow->name, name) != 0)
    tl_item_rename (history, naming->flow, name);
  if (g_strcmp0 (naming->flow->serves, serves) != 0)
    tl_item_change (history, naming->flow, "serves", tl_value_text (serves), _ ("Say how it serves the purpose"));
  tl_history_end (history);
}

static void
edit_flow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  TlFlow *flow = shown_flow (self);
  TlTwoEntries entries = {
    .heading = _ ("This flow"),
    .first_label = _ ("Name"),
    .second_label = _ ("How does it serve the purpose?"),
    .accept = _ ("_Apply"),
  };

  if (!flow)
    return;
  entries.first_text = flow->name;
  entries.second_text = flow->serves;
  entries.at_second = flow->based_on && !flow->serves;
  tl_dialogs_ask_two (GTK_WINDOW (self), &entries, on_renamed, naming_new (self, flow), naming_free);
}

/* ---- order and deleting ---- */

static void
move (TlWindow *self, int by)
{
  TlFlow *flow = shown_flow (self);
  TlHistory *history = self->document ? tl_document_history (self->document) : NULL;
  int to = flow ? (int) tl_item_position (flow) + by : -1;

  if (to < 0 || to >= (int) tl_document_study (self->document)->flows->len)
    return;
  tl_history_begin (history, _ ("Move flow"), NULL);
  tl_history_apply (history, tl_edit_new_move (flow, (guint) to));
  tl_history_end (history);
}

static void
earlier (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, -1);
}

static void
later (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move (data, 1);
}

static void
on_delete_reply (const char *reply, gpointer data)
{
  Naming *naming = data;

  if (g_str_equal (reply, "delete") && still_there (naming))
    tl_item_delete (tl_document_history (naming->window->document), naming->flow);
}

/* What goes is said before it does. */
static char *
losses (const TlFlow *flow)
{
  g_autofree char *steps = g_strdup_printf (ngettext ("%u step", "%u steps", flow->steps->len), flow->steps->len);
  g_autofree char *ways
      = g_strdup_printf (ngettext ("%u connector", "%u connectors", flow->connectors->len), flow->connectors->len);

  if (flow->steps->len == 0)
    return g_strdup (_ ("It is empty. Undo brings it back."));
  /* Translators: "12 steps" and "14 connectors" */
  return g_strdup_printf (_ ("%s and %s go with it. Undo brings them back."), steps, ways);
}

static void
delete_flow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const TlReply replies[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "delete", _ ("_Delete"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL },
  };
  TlWindow *self = data;
  TlFlow *flow = shown_flow (self);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  if (!flow || tl_document_study (self->document)->flows->len < 2)
    return;
  heading = g_strdup_printf (_ ("Delete “%s”?"), flow->name ? flow->name : _ ("without a name"));
  body = losses (flow);
  tl_dialogs_ask (GTK_WINDOW (self), heading, body, replies, on_delete_reply, naming_new (self, flow), naming_free);
}

/* ---- all of them ---- */

static const GActionEntry entries[] = {
  { "flow", show, "s", "''" },
  { "next-flow", show_next },
  { "previous-flow", show_previous },
  { "compare-with", compare_with, "s", "''" },
  { "show-differing", show_differing, NULL, "false" },
  { "redesign", redesign },
  { "add-flow", add_flow },
  { "edit-flow", edit_flow },
  { "flow-earlier", earlier },
  { "flow-later", later },
  { "delete-flow", delete_flow },
};

static void
set_state (TlWindow *self, const char *name, const TlFlow *flow)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (flow ? flow->item.id : ""));
}

/* tl_window_flows_update: what can be done with the flow that is shown. */
void
tl_window_flows_update (TlWindow *self)
{
  TlFlow *flow = shown_flow (self);
  guint count = flow ? tl_document_study (self->document)->flows->len : 0;
  guint at = flow ? tl_item_position (flow) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), entries[i].name);
      gboolean enabled = flow != NULL;

      if (entries[i].activate == show_next || entries[i].activate == show_previous || entries[i].activate == delete_flow
          || entries[i].activate == show_differing)
        enabled = count > 1;
      else if (entries[i].activate == earlier)
        enabled = at > 0;
      else if (entries[i].activate == later)
        enabled = at + 1 < count;
      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "show-differing")),
                             g_variant_new_boolean (self->document && tl_document_get_differing (self->document)));
  set_state (self, "flow", flow);
  set_state (self, "compare-with", self->document ? tl_document_compared (self->document) : NULL);
}

/* tl_window_flows_add: gives a new window its actions for flows. */
void
tl_window_flows_add (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
