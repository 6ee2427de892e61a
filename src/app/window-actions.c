#include "app/window-actions.h"

#include "app/appearance.h"
#include "app/application.h"
#include "app/dialogs.h"
#include "app/export-dialog.h"
#include "app/exporter.h"
#include "app/saver.h"
#include "app/typed-undo.h"
#include "app/window-flows.h"
#include "app/window-private.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

static const char *const colour_names[] = {
  [TL_SCHEME_DESKTOP] = "desktop",
  [TL_SCHEME_LIGHT] = "light",
  [TL_SCHEME_DARK] = "dark",
};

/* ---- studies ---- */

/* This window if nothing would be missed in it, else a new one. */
static TlWindow *
free_window (TlWindow *self)
{
  TlWindow *window = self;

  if (!tl_window_is_free (self))
    window = tl_window_new (gtk_window_get_application (GTK_WINDOW (self)));
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
draw (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (TlDocument) document = tl_document_new ();

  tl_window_set_document (free_window (data), document);
}

static void
on_study_chosen (GFile *file, gpointer data)
{
  TlWindow *self = data;

  if (file)
    tl_application_open_file (TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file, self);
}

static void
open_study (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_dialogs_open_study (data, on_study_chosen, g_object_ref (data), g_object_unref);
}

static void
open_recent (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  on_study_chosen (file, data);
}

static void
open_sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_window_open_sample (free_window (data), g_variant_get_string (parameter, NULL));
}

static void
on_saved (gboolean saved, gpointer data)
{
  g_autoptr (TlWindow) self = data;

  if (saved)
    tl_window_say (self, _ ("Saved"));
}

/* A name that is still being typed belongs to what is saved. What loses the focus is kept. */
static void
finish_typing (TlWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr (GtkWidget) held = focus ? g_object_ref (focus) : NULL;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (held && gtk_widget_get_mapped (held))
    gtk_widget_grab_focus (held);
  else
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
}

static void
save_from (TlWindow *self, gboolean elsewhere)
{
  finish_typing (self);
  tl_saver_save (GTK_WINDOW (self), self->document, elsewhere, on_saved, g_object_ref (self));
}

static void
save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save_from (data, FALSE);
}

static void
save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save_from (data, TRUE);
}

static void
close_window (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

/* ---- edits ---- */

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  if (!tl_typed_undo (GTK_WINDOW (self)))
    tl_canvas_undo (tl_flow_page_get_canvas (self->flow_page));
}

static void
redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  if (!tl_typed_redo (GTK_WINDOW (self)))
    tl_canvas_redo (tl_flow_page_get_canvas (self->flow_page));
}

static void
edit_purpose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  gboolean on_page = gtk_widget_get_mapped (GTK_WIDGET (self->purpose_page));

  tl_purpose_bar_edit (on_page ? tl_purpose_page_get_purpose (self->purpose_page) : self->purpose);
}

/* Buttons outside the canvas do not see its actions. */
static void
canvas (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  GtkWidget *widget = GTK_WIDGET (tl_flow_page_get_canvas (self->flow_page));

  gtk_widget_grab_focus (widget);
  gtk_widget_activate_action (widget, g_variant_get_string (parameter, NULL), NULL);
}

/* The bar in which to type stands on the page of the flow. */
static void
find (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  adw_view_stack_set_visible_child_name (self->pages, "flow");
  gtk_widget_activate_action (GTK_WIDGET (tl_flow_page_get_canvas (self->flow_page)), "canvas.find", NULL);
}

/* ---- what is shown ---- */

static void
page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  const char *name = g_variant_get_string (parameter, NULL);

  if (self->listening)
    tl_window_set_listening (self, FALSE);
  if (adw_view_stack_get_child_by_name (self->pages, name))
    adw_view_stack_set_visible_child_name (self->pages, name);
}

/* Where an item is worked on: its page, and there the item itself. */
static void
go_to (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  TlItem *item = tl_study_find (tl_document_study (self->document), g_variant_get_string (parameter, NULL));

  if (item)
    tl_window_go_to (self, item);
}

static void
next_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_window_go_round (data, TRUE);
}

static void
previous_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_window_go_round (data, FALSE);
}

static void
room_larger (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_appearance_step_scale (tl_appearance_get_default (), 1);
}

static void
room_smaller (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_appearance_step_scale (tl_appearance_get_default (), -1);
}

static void
room_usual (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_appearance_set_scale (tl_appearance_get_default (), 1);
}

static void
colours (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (colour_names); i++)
    if (g_str_equal (colour_names[i], name))
      tl_appearance_set_scheme (tl_appearance_get_default (), (TlScheme) i);
}

static void
say (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_window_say (data, g_variant_get_string (parameter, NULL));
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  tl_dialogs_show_about (data);
}

static void
listen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  tl_window_set_listening (self, !self->listening);
}

/* ---- presenting ---- */

static void
on_over (TlWindow *self, gboolean stay)
{
  /* The show is still speaking: it goes when it has ended. */
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, g_steal_pointer (&self->show));
  if (stay)
    adw_view_stack_set_visible_child_name (self->pages, "flow");
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->pages));
  if (stay)
    tl_canvas_show_selected (tl_flow_page_get_canvas (self->flow_page));
}

static void
begin_show (TlWindow *self, TlItem *from)
{
  if (self->show)
    return;
  finish_typing (self);
  self->show = tl_show_new (self->document, GTK_WINDOW (self));
  g_signal_connect_swapped (self->show, "over", G_CALLBACK (on_over), self);
  if (from && from->kind == TL_ITEM_STEP)
    tl_presentation_go_to_step (tl_show_presentation (self->show), (TlStep *) from);
  tl_show_begin (self->show);
}

static void
present (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  begin_show (data, NULL);
}

static void
present_step (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;

  begin_show (self, tl_selection_focus (tl_document_selection (self->document)));
}

/* ---- exports ---- */

/* What is exported is what is seen. */
static TlLens
shown_lens (TlWindow *self)
{
  return tl_canvas_get_lens (tl_flow_page_get_canvas (self->flow_page));
}

static void
show_export (TlWindow *self, TlView view)
{
  gtk_window_present (GTK_WINDOW (tl_export_dialog_new (GTK_WINDOW (self), self->document, view, shown_lens (self))));
}

static void export(GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  gboolean flow = g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "flow") == 0;

  show_export (self, flow ? TL_VIEW_FLOW : TL_VIEW_CAPACITY);
}

static void
export_view (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlView view;

  if (tl_view_from_nick (g_variant_get_string (parameter, NULL), &view))
    show_export (data, view);
}

static void
save_picture (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  const char *nick, *suffix;
  TlView view;
  TlPicture picture;

  g_variant_get (parameter, "(&s&s)", &nick, &suffix);
  if (!tl_view_from_nick (nick, &view))
    return;
  picture = tl_exporter_usual_picture (view);
  picture.lens = shown_lens (self);
  for (int i = 0; i < TL_N_FORMATS; i++)
    if (g_str_equal (tl_format_suffix ((TlFormat) i), suffix))
      tl_exporter_ask (GTK_WINDOW (self), self->document, &picture, (TlFormat) i);
}

static void
copy_picture (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  TlWindow *self = data;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GError) error = NULL;
  TlView view;
  TlPicture picture;

  if (!tl_view_from_nick (g_variant_get_string (parameter, NULL), &view))
    return;
  picture = tl_exporter_usual_picture (view);
  picture.lens = shown_lens (self);
  if (tl_exporter_copy (self->document, &picture, clipboard, &error))
    tl_window_say (self, _ ("Copied: paste it where you need it"));
  else
    tl_dialogs_say (GTK_WINDOW (self), _ ("The picture could not be copied"), error->message);
}

/* ---- all of them ---- */

static const GActionEntry entries[] = {
  { "new", draw },
  { "draw", draw },
  { "open", open_study },
  { "open-recent", open_recent, "s" },
  { "open-sample", open_sample, "s" },
  { "save", save },
  { "save-as", save_as },
  { "close", close_window },
  { "undo", undo },
  { "redo", redo },
  { "purpose", edit_purpose },
  { "canvas", canvas, "s" },
  { "find", find },
  { "page", page, "s" },
  { "go-to", go_to, "s" },
  { "next-pane", next_pane },
  { "previous-pane", previous_pane },
  { "room-larger", room_larger },
  { "room-smaller", room_smaller },
  { "room-usual", room_usual },
  { "colours", colours, "s", "'desktop'" },
  { "say", say, "s" },
  { "listen", listen },
  { "present", present },
  { "present-step", present_step },
  { "about", about },
  { "export", export },
  { "export-view", export_view, "s" },
  { "save-picture", save_picture, "(ss)" },
  { "copy-picture", copy_picture, "s" },
};

/* What needs an open study. */
static const char *const for_studies[] = {
  "listen", "present", "present-step", "save-as",      "purpose",      "canvas",    "find",    "page",
  "go-to",  "export",  "export-view",  "save-picture", "copy-picture", "inspector", "outline",
};

static void
enable (TlWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (G_IS_SIMPLE_ACTION (action))
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_tip (GtkWidget *button, const char *tip)
{
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
}

static const char *
or_nothing (const char *name)
{
  return name ? name : "";
}

static void
update_history (TlWindow *self)
{
  TlHistory *history = self->document ? tl_document_history (self->document) : NULL;
  g_autofree char *undo_tip = NULL;
  g_autofree char *redo_tip = NULL;

  enable (self, "undo", history && tl_history_can_undo (history));
  enable (self, "redo", history && tl_history_can_redo (history));
  if (!history)
    return;
  /* Translators: %s is an edit, as "Mark as waste". */
  undo_tip = g_strdup_printf (_ ("Undo: %s"), or_nothing (tl_history_undo_name (history)));
  redo_tip = g_strdup_printf (_ ("Redo: %s"), or_nothing (tl_history_redo_name (history)));
  set_tip (self->undo_button, tl_history_can_undo (history) ? undo_tip : _ ("Nothing to undo"));
  set_tip (self->redo_button, tl_history_can_redo (history) ? redo_tip : _ ("Nothing to redo"));
}

static void
update_colours (TlWindow *self)
{
  TlScheme scheme = tl_appearance_get_scheme (tl_appearance_get_default ());
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "colours");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (colour_names[scheme]));
}

/* A button that is there says that something is not saved. A sample can be saved at once. */
static gboolean
can_save (TlWindow *self)
{
  if (!self->document)
    return FALSE;
  return tl_document_is_modified (self->document) || !tl_document_file (self->document);
}

/* tl_window_actions_update: what can be done now, and what undo would undo. */
void
tl_window_actions_update (TlWindow *self)
{
  gboolean on_flow = !self->listening && g_strcmp0 (adw_view_stack_get_visible_child_name (self->pages), "flow") == 0;

  for (guint i = 0; i < G_N_ELEMENTS (for_studies); i++)
    enable (self, for_studies[i], self->document != NULL);
  enable (self, "save", can_save (self));
  gtk_widget_set_visible (self->inspector_button, self->document && on_flow);
  gtk_widget_set_visible (self->outline_button, self->document && on_flow);
  update_history (self);
  tl_window_flows_update (self);
}

/* tl_window_actions_add: gives a new window its actions. */
void
tl_window_actions_add (TlWindow *self)
{
  g_autoptr (GPropertyAction) inspector = g_property_action_new ("inspector", self->flow_page, "show-inspector");
  g_autoptr (GPropertyAction) outline = g_property_action_new ("outline", self->flow_page, "show-outline");
  TlCanvas *canvas_widget = tl_flow_page_get_canvas (self->flow_page);
  g_autoptr (GPropertyAction) lens = g_property_action_new ("lens", canvas_widget, "lens");
  g_autoptr (GPropertyAction) legend = g_property_action_new ("legend", canvas_widget, "show-legend");
  g_autoptr (GPropertyAction) lanes = g_property_action_new ("lanes", canvas_widget, "show-lanes");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tl_window_flows_add (self);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (inspector));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (outline));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (lens));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (legend));
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (lanes));
  g_signal_connect_object (tl_appearance_get_default (), "changed", G_CALLBACK (update_colours), self,
                           G_CONNECT_SWAPPED);
  update_colours (self);
}
