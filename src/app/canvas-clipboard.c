/* canvas-clipboard.c: duplicate, cut, copy and paste.
 *
 * Steps go to the clipboard in two forms: as a small study in XML, for the windows of this program, with all
 * that belongs to them; and as text, for all others. What is pasted stands near the pointer, or in the middle
 * of what is in sight, and never over other steps.
 */
#include "app/canvas-private.h"

#include <math.h>
#include <string.h>

#include "layout/free-spot.h"
#include "layout/lane-room.h"
#include "storage/study-file.h"
#include "study/fragment.h"
#include "study/item-build.h"
#include "study/step-list.h"
#include "study/step-names.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

#define MEDIA_TYPE "application/x-throughline+xml"
/* More than this is no selection of steps that somebody copied. */
#define MOST_BYTES (64 * 1024 * 1024)
#define CHAIN_ROW 8

/* ---- out ---- */

/* A copy of steps in which each stands where it is drawn. */
static TlStudy *
fragment_of (TlCanvas *self, GPtrArray *steps)
{
  TlStudy *fragment = tl_fragment_new (steps);
  TlFlow *flow = tl_fragment_flow (fragment);
  guint at = 0;

  /* The copies stand in the flow's order. */
  for (guint i = 0; i < self->flow->steps->len && at < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (self->flow->steps, i);
      TlStep *copy = g_ptr_array_index (flow->steps, at);
      TlBox box;

      if (g_strcmp0 (step->item.id, copy->item.id) != 0)
        continue;
      box = tl_canvas_box_of (self, step);
      tl_item_set_number (copy, "x", box.x + box.width / 2);
      tl_item_set_number (copy, "y", box.y + box.height / 2);
      at++;
    }
  return fragment;
}

static GdkContentProvider *
provider_of (TlStudy *fragment)
{
  g_autoptr (GBytes) bytes = tl_study_to_bytes (fragment);
  g_autofree char *text = tl_fragment_text (fragment);
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_for_bytes (MEDIA_TYPE, bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };

  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}

/* Returns: whether there was something to be copied */
static gboolean
copy_steps (TlCanvas *self, GPtrArray *steps)
{
  g_autoptr (TlStudy) fragment = NULL;
  g_autoptr (GdkContentProvider) provider = NULL;

  if (!steps)
    return FALSE;
  fragment = fragment_of (self, steps);
  provider = provider_of (fragment);
  return gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

/* Ctrl+C */
void
tl_canvas_copy (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = tl_canvas_selected_steps (self);
  g_autofree char *words = NULL;

  if (!copy_steps (self, steps))
    return;
  words = g_strdup_printf (ngettext ("%u step copied", "%u steps copied", steps->len), steps->len);
  tl_canvas_say (self, words);
}

/* Ctrl+X */
void
tl_canvas_cut (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  TlHistory *history;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_canvas_selected_steps (self);
  if (!copy_steps (self, steps))
    return;
  history = tl_canvas_history (self);
  tl_history_begin (history, ngettext ("Cut step", "Cut steps", steps->len), NULL);
  tl_items_delete (history, steps);
  tl_history_end (history);
  tl_selection_clear (tl_canvas_selection (self));
}

/* ---- in ---- */

/* In the flow: the pointer, where it is over the canvas, else the middle of what is in sight. */
static TlPlace
wanted_place (TlCanvas *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat ? gdk_seat_get_pointer (seat) : NULL;
  double x, y, offset_x, offset_y;

  gtk_native_get_surface_transform (native, &offset_x, &offset_y);
  if (pointer && gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, &x, &y, NULL)
      && gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - offset_x, y - offset_y, &x, &y)
      && gtk_widget_contains (GTK_WIDGET (self), x, y))
    return tl_viewport_to_flow (&self->viewport, x, y);
  return tl_viewport_to_flow (&self->viewport, self->width / 2.0, self->height / 2.0);
}

/* A study from elsewhere may have been drawn without places; then its steps stand where they are drawn. */
static void
hold_guests (const TlFlowGeometry *guests)
{
  for (guint i = 0; i < guests->steps->len; i++)
    {
      const TlStepBox *box = &g_array_index (guests->steps, TlStepBox, i);

      tl_item_set_number (box->step, "x", box->box.x + box->box.width / 2);
      tl_item_set_number (box->step, "y", box->box.y + box->box.height / 2);
    }
}

/* What stands there: the middle of what is pasted, or its first step. */
typedef enum
{
  STANDS_MIDDLE,
  STANDS_FIRST,
} Stands;

static TlBox
box_of_all (const TlFlowGeometry *guests)
{
  TlBox all = g_array_index (guests->steps, TlStepBox, 0).box;

  for (guint i = 1; i < guests->steps->len; i++)
    tl_box_enclose (&all, &g_array_index (guests->steps, TlStepBox, i).box);
  return all;
}

/* Where the middle of @guests comes to stand. */
static TlPlace
middle_of (const TlFlowGeometry *guests, TlPlace place, Stands stands)
{
  const TlBox *first = &g_array_index (guests->steps, TlStepBox, 0).box;
  TlBox all = box_of_all (guests);

  if (stands == STANDS_MIDDLE)
    return place;
  return (TlPlace){ place.x + all.x + (all.width - first->width) / 2 - first->x,
                    place.y + all.y + (all.height - first->height) / 2 - first->y };
}

/* In lanes each step finds its room by itself, later. */
static TlPlace
way_to (TlCanvas *self, const TlFlowGeometry *guests, TlPlace middle)
{
  TlBox all = box_of_all (guests);

  if (tl_canvas_has_lanes (self))
    return (TlPlace){ middle.x - all.x - all.width / 2, middle.y - all.y - all.height / 2 };
  return tl_free_spot (tl_canvas_geometry (self), guests, middle);
}

/* Adds the fragment's steps, within an entry of the history; one that is a copy keeps its role, and having none.
 * Returns: (transfer container): the new steps */
static GPtrArray *
add_fragment (TlCanvas *self, TlStudy *fragment, TlPlace by, gboolean copies)
{
  g_autoptr (TlFlowGeometry) before = tl_flow_geometry_ref (tl_canvas_geometry (self));
  GPtrArray *added;

  tl_canvas_hold_places (self);
  added = tl_fragment_insert (tl_canvas_history (self), self->flow, fragment, by.x, by.y);
  if (before->lanes->len > 0)
    tl_canvas_settle_in_lanes (self, before, added, copies);
  return added;
}

/* Adds the fragment's steps near a place, after @last (nullable).
 * Returns: (transfer container): the new steps */
static GPtrArray *
insert_fragment (TlCanvas *self, TlStudy *fragment, TlPlace place, Stands stands, TlStep *last, const char *name)
{
  g_autoptr (TlFlowGeometry) guests = tl_flow_geometry_new (fragment, tl_fragment_flow (fragment));
  GPtrArray *added;
  TlHistory *history = tl_canvas_history (self);
  TlPlace by = way_to (self, guests, middle_of (guests, place, stands));

  hold_guests (guests);
  tl_history_begin (history, name, NULL);
  added = add_fragment (self, fragment, by, FALSE);
  if (last)
    tl_flow_connect (history, last, g_ptr_array_index (added, 0), TL_CONNECTOR_FLOW);
  tl_history_end (history);
  return added;
}

static void
select_added (TlCanvas *self, GPtrArray *added)
{
  tl_selection_set_items (tl_canvas_selection (self), added);
  for (guint i = 0; i < added->len; i++)
    tl_canvas_reveal (self, g_ptr_array_index (added, added->len - 1 - i));
}

/* A list with branches is laid out as any flow. */
static gboolean
is_chain (const TlFlow *flow)
{
  if (flow->connectors->len + 1 != flow->steps->len)
    return FALSE;
  for (guint i = 0; i < flow->connectors->len; i++)
    {
      const TlConnector *connector = g_ptr_array_index (flow->connectors, i);

      if (connector->from != g_ptr_array_index (flow->steps, i)
          || connector->to != g_ptr_array_index (flow->steps, i + 1))
        return FALSE;
    }
  return TRUE;
}

/* A long chain stands in rows, each as wide as a projector's picture can show; in lanes in one. */
static void
place_rows (TlFlow *flow, guint row)
{
  for (guint i = 0; i < flow->steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (flow->steps, i);

      tl_item_set_number (step, "x", (i % row) * (TL_STEP_WIDTH + TL_STEP_GAP_X));
      tl_item_set_number (step, "y", (double) (i / row) * (TL_STEP_HEIGHT + TL_STEP_GAP_Y));
    }
}

/* Adds the steps that a text lists, going on from @last, or near the pointer where it is NULL.
 * Returns: (transfer container): the new steps */
GPtrArray *
tl_canvas_insert_list (TlCanvas *self, GPtrArray *steps, TlStep *last, const char *name)
{
  g_autoptr (TlStudy) fragment = tl_step_list_fragment (steps);
  TlFlow *flow = tl_fragment_flow (fragment);

  if (is_chain (flow))
    place_rows (flow, tl_canvas_has_lanes (self) ? flow->steps->len : CHAIN_ROW);
  return insert_fragment (self, fragment, last ? tl_canvas_place_after (self, last) : wanted_place (self), STANDS_FIRST,
                          last, name);
}

/* A list becomes a chain: on an empty sheet laid out as any flow, else going on from the selected step or
 * near the pointer. */
static void
paste_list (TlCanvas *self, GPtrArray *steps)
{
  TlItem *focus = tl_selection_focus (tl_canvas_selection (self));
  TlStep *last = focus && focus->kind == TL_ITEM_STEP ? (TlStep *) focus : NULL;
  g_autoptr (GPtrArray) added = NULL;

  if (self->flow->steps->len == 0)
    {
      g_autoptr (TlStudy) fragment = tl_step_list_fragment (steps);

      added = tl_fragment_insert (tl_canvas_history (self), self->flow, fragment, 0, 0);
      tl_selection_set_items (tl_canvas_selection (self), added);
    }
  else
    {
      added = tl_canvas_insert_list (self, steps, last, ngettext ("Paste step", "Paste steps", steps->len));
      select_added (self, added);
    }
  tl_canvas_zoom_to_fit (self);
}

static void
paste_bytes (TlCanvas *self, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlOpened) opened = tl_study_open_bytes (bytes, NULL, &error);
  TlFlow *flow = opened ? tl_fragment_flow (opened->study) : NULL;

  if (!opened)
    {
      g_autofree char *words = g_strdup_printf (_ ("This can't be pasted: %s"), error->message);

      tl_canvas_say (self, words);
    }
  else if (!flow)
    tl_canvas_say (self, _ ("There are no steps in it"));
  else
    {
      g_autoptr (GPtrArray) added = insert_fragment (self, opened->study, wanted_place (self), STANDS_MIDDLE, NULL,
                                                     ngettext ("Paste step", "Paste steps", flow->steps->len));

      select_added (self, added);
    }
}

/* A list that is too long is cut. Said last: an edit takes away what was said before it. */
void
tl_canvas_say_cut (TlCanvas *self)
{
  g_autofree char *words
      = g_strdup_printf (_ ("The first %d lines became steps; the rest is left out"), TL_STEP_NAMES_MOST);

  tl_canvas_say (self, words);
}

/* What the headings of a pasted table told, if it has any. Said last, as well. */
void
tl_canvas_say_told (TlCanvas *self, const char *text)
{
  g_autofree char *words = tl_step_list_told (text);

  if (words)
    tl_canvas_say (self, words);
}

static void
paste_text (TlCanvas *self, const char *text)
{
  g_autoptr (GPtrArray) steps = NULL;
  gboolean is_cut;

  /* A study's own XML, copied from a text editor. */
  if (text && strstr (text, "urn:throughline:study"))
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      paste_bytes (self, bytes);
      return;
    }
  steps = tl_step_list_parse (text ? text : "");
  is_cut = steps->len > TL_STEP_NAMES_MOST;
  g_ptr_array_set_size (steps, MIN ((int) steps->len, TL_STEP_NAMES_MOST));
  if (steps->len)
    {
      paste_list (self, steps);
      tl_canvas_say_told (self, text);
    }
  else
    tl_canvas_say (self, _ ("There is no text to make steps of"));
  if (is_cut)
    tl_canvas_say_cut (self);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TlCanvas) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (self->document && self->flow)
    paste_text (self, text);
}

static void
on_bytes (GObject *stream, GAsyncResult *result, gpointer data)
{
  g_autoptr (TlCanvas) self = data;
  g_autoptr (GError) error = NULL;
  gssize size = g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (!self->document || !self->flow)
    return;
  if (size < 0 || size > MOST_BYTES)
    {
      tl_canvas_say (self, _ ("The other program did not hand over what was copied"));
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  paste_bytes (self, bytes);
}

static void
on_stream (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (TlCanvas) self = data;
  g_autoptr (GInputStream) input = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, NULL, NULL);
  g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();

  if (!input)
    {
      tl_canvas_say (self, _ ("The other program did not hand over what was copied"));
      return;
    }
  g_output_stream_splice_async (output, input,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, on_bytes, g_object_ref (self));
}

/* Ctrl+V: steps from a window of this program, or a list of lines. */
void
tl_canvas_paste (TlCanvas *self)
{
  static const char *types[] = { MEDIA_TYPE, NULL };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  if (!tl_canvas_can_edit (self))
    return;
  if (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), MEDIA_TYPE))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, on_stream, g_object_ref (self));
  else
    gdk_clipboard_read_text_async (clipboard, NULL, on_text, g_object_ref (self));
}

/* How far the copies go, which are wanted under what they are copies of. Where that is taken, and no place is free
 * right beside, what is below goes down: @shifts. In lanes each copy finds its room by itself. */
static TlPlace
way_under (TlCanvas *self, const TlFlowGeometry *copies, GArray **shifts)
{
  TlBox block = box_of_all (copies);
  TlPlace wanted = { 0, block.height + TL_STEP_GAP_Y }, by;

  if (tl_canvas_has_lanes (self))
    return (TlPlace){ 0, TL_STEP_HEIGHT + TL_STEP_GAP_Y };
  by = tl_free_spot (tl_canvas_geometry (self), copies,
                     (TlPlace){ block.x + block.width / 2, block.y + block.height / 2 + wanted.y });
  if (fabs (by.x - wanted.x) > TL_STEP_WIDTH / 2 || fabs (by.y - wanted.y) > TL_STEP_HEIGHT / 2)
    {
      by.x = 0;
      *shifts = tl_room_under (tl_canvas_geometry (self), &block, &by.y);
    }
  return by;
}

/* Ctrl+D: the selected steps once more, under where they stand. */
void
tl_canvas_duplicate (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (TlStudy) fragment = NULL;
  g_autoptr (TlFlowGeometry) copies = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GArray) shifts = NULL;
  TlPlace by;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_canvas_selected_steps (self);
  if (!steps)
    return;
  fragment = fragment_of (self, steps);
  copies = tl_flow_geometry_new (fragment, tl_fragment_flow (fragment));
  by = way_under (self, copies, &shifts);
  tl_history_begin (tl_canvas_history (self), ngettext ("Duplicate step", "Duplicate steps", steps->len), NULL);
  if (shifts)
    {
      tl_canvas_hold_places (self);
      tl_canvas_shift (self, shifts);
    }
  added = add_fragment (self, fragment, by, TRUE);
  tl_history_end (tl_canvas_history (self));
  select_added (self, added);
}
