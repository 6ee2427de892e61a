#include "app/speakers.h"

#include <math.h>

#include "app/assistive.h"
#include "app/speaker.h"
#include "paint/spoken.h"
#include "study/entry.h"
#include "study/raises.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Of more steps nobody keeps track by ear, and each widget costs; the list of steps beside the canvas tells them all,
 * and what is selected speaks in any case. */
#define MOST_STEPS 4000

struct _TlSpeakers
{
  GtkWidget parent_instance;
  TlStepList *list;
  TlDocument *document;
  GHashTable *speakers;     /* by item */
  TlFlowGeometry *geometry; /* by which they were placed */
  gboolean had_keyboard;
};

G_DEFINE_FINAL_TYPE (TlSpeakers, tl_speakers, GTK_TYPE_WIDGET)

/* ---- which there are ---- */

static void
add_demands (TlSpeakers *self, TlFlow *flow, GPtrArray *items)
{
  GPtrArray *demands = tl_document_study (self->document)->demands;
  g_autoptr (GHashTable) here = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < flow->entries->len; i++)
    g_hash_table_add (here, ((TlEntry *) g_ptr_array_index (flow->entries, i))->demand);
  for (guint i = 0; i < flow->raises->len; i++)
    g_hash_table_add (here, ((TlRaises *) g_ptr_array_index (flow->raises, i))->demand);
  for (guint i = 0; i < demands->len; i++)
    if (g_hash_table_contains (here, g_ptr_array_index (demands, i)))
      g_ptr_array_add (items, g_ptr_array_index (demands, i));
}

/* Connectors and the like are many, and told with the steps that they join: they speak while they are selected. */
static void
add_selected (TlSpeakers *self, GPtrArray *items)
{
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) selected = tl_selection_items (tl_document_selection (self->document));

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (there, g_ptr_array_index (items, i));
  for (guint i = 0; i < selected->len && i < MOST_STEPS; i++)
    if (!g_hash_table_contains (there, g_ptr_array_index (selected, i)))
      g_ptr_array_add (items, g_ptr_array_index (selected, i));
}

static GPtrArray *
items_to_speak_for (TlSpeakers *self)
{
  TlFlow *flow = self->document ? tl_document_flow (self->document) : NULL;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  GPtrArray *items = g_ptr_array_new ();

  if (!flow || !tl_step_list_ways (self->list))
    return items;
  add_demands (self, flow, items);
  for (guint i = 0; i < n && n <= MOST_STEPS; i++)
    g_ptr_array_add (items, tl_step_list_get (self->list, i));
  add_selected (self, items);
  return items;
}

static void
drop_unwanted (TlSpeakers *self, GPtrArray *items)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (items, i));
  while (child)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);
      TlItem *item = tl_speaker_item (TL_SPEAKER (child));

      if (!g_hash_table_contains (wanted, item))
        {
          g_hash_table_remove (self->speakers, item);
          gtk_widget_unparent (child);
        }
      child = next;
    }
}

/* An edit of the step that is selected last is told at once: of a thing in a list a screen reader tells no change by
 * itself. Not while somebody types: they hear what they type. */
static void
tell_change (TlSpeakers *self, const TlItem *item, const char *name)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (item == tl_selection_focus (tl_document_selection (self->document))
      && !(root && GTK_IS_EDITABLE (gtk_root_get_focus (root))))
    tl_assistive_tell (GTK_WIDGET (self), name);
}

static void
say (TlSpeakers *self, TlSpeaker *speaker)
{
  const TlStepWays *ways = tl_step_list_ways (self->list);
  TlItem *item = tl_speaker_item (speaker);
  gboolean known = tl_speaker_name (speaker) != NULL;
  gboolean step = item->kind == TL_ITEM_STEP;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  if (step && !tl_speaker_set_mark (speaker, tl_spoken_mark (ways, (TlStep *) item) | 1))
    return;
  name = tl_spoken_name (ways, item, tl_document_study (self->document)->period);
  description = step ? tl_spoken_ways (ways, (TlStep *) item) : NULL;
  if (tl_speaker_set_words (speaker, name, description) && known)
    tell_change (self, item, name);
}

/* Puts a speaker where it belongs among the others, a new one where there is none yet. */
static GtkWidget *
put (TlSpeakers *self, gpointer item, GtkWidget *after)
{
  GtkWidget *speaker = g_hash_table_lookup (self->speakers, item);

  if (!speaker)
    {
      speaker = tl_speaker_new (item);
      g_hash_table_insert (self->speakers, item, speaker);
      gtk_widget_insert_after (speaker, GTK_WIDGET (self), after);
    }
  else if (gtk_widget_get_prev_sibling (speaker) != after)
    gtk_widget_insert_after (speaker, GTK_WIDGET (self), after);
  return speaker;
}

static void
follow (TlSpeakers *self)
{
  g_autoptr (GPtrArray) items = items_to_speak_for (self);
  GtkWidget *last = NULL;

  drop_unwanted (self, items);
  for (guint i = 0; i < items->len; i++)
    {
      last = put (self, g_ptr_array_index (items, i), last);
      say (self, TL_SPEAKER (last));
    }
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  if (gtk_widget_get_parent (GTK_WIDGET (self)))
    gtk_widget_queue_allocate (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* ---- what is selected ---- */

static void
tell_position (TlSpeakers *self, TlItem *item)
{
  guint position = tl_step_list_position (self->list, item);

  if (position != GTK_INVALID_LIST_POSITION)
    tl_speaker_set_position (g_hash_table_lookup (self->speakers, item), position + 1,
                             g_list_model_get_n_items (G_LIST_MODEL (self->list)));
}

static void
tell_selected (TlSpeakers *self)
{
  TlSelection *selection = tl_document_selection (self->document);
  TlItem *focus = tl_selection_focus (selection);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    tl_speaker_set_selected (TL_SPEAKER (child), tl_selection_has (selection, tl_speaker_item (TL_SPEAKER (child))));
  if (focus && g_hash_table_contains (self->speakers, focus))
    tell_position (self, focus);
}

static gboolean
all_selected_speak (TlSpeakers *self)
{
  g_autoptr (GPtrArray) selected = tl_selection_items (tl_document_selection (self->document));

  for (guint i = 0; i < selected->len; i++)
    if (!g_hash_table_contains (self->speakers, g_ptr_array_index (selected, i)))
      return FALSE;
  return TRUE;
}

static gboolean
is_transient (TlItem *item)
{
  return item->kind != TL_ITEM_STEP && item->kind != TL_ITEM_DEMAND;
}

static void
on_selection (TlSpeakers *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self));
  gboolean had_keyboard = tl_speakers_have_keyboard (self);
  TlItem *focus = tl_selection_focus (tl_document_selection (self->document));

  if (!all_selected_speak (self) || (last && is_transient (tl_speaker_item (TL_SPEAKER (last)))))
    follow (self);
  tell_selected (self);
  if (had_keyboard && focus)
    tl_speakers_focus (self, focus);
}

static void
on_refreshing (TlSpeakers *self)
{
  self->had_keyboard = tl_speakers_have_keyboard (self);
}

static void
on_refreshed (TlSpeakers *self)
{
  TlItem *focus = self->document ? tl_selection_focus (tl_document_selection (self->document)) : NULL;

  follow (self);
  if (self->document)
    tell_selected (self);
  if (self->had_keyboard && !tl_speakers_have_keyboard (self) && !(focus && tl_speakers_focus (self, focus)))
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* ---- the class ---- */

/* The keyboard comes here only by tl_speakers_focus(), or when assistive technology asks for it. */
static gboolean
tl_speakers_focus_by_key (GtkWidget *widget, GtkDirectionType direction)
{
  return FALSE;
}

/* Who goes to a step by ear has selected it. */
static void
tl_speakers_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  TlSpeakers *self = TL_SPEAKERS (widget);

  GTK_WIDGET_CLASS (tl_speakers_parent_class)->set_focus_child (widget, child);
  if (child && self->document)
    {
      TlItem *item = tl_speaker_item (TL_SPEAKER (child));

      if (!tl_selection_has (tl_document_selection (self->document), item))
        tl_selection_set (tl_document_selection (self->document), item);
    }
}

static const TlBox *
box_of (TlSpeakers *self, TlItem *item)
{
  static const TlBox nowhere = { 0, 0, 1, 1 };

  if (item->kind == TL_ITEM_STEP)
    {
      const TlStepBox *step = tl_flow_geometry_step (self->geometry, (TlStep *) item);
      return step ? &step->box : &nowhere;
    }
  for (guint i = 0; item->kind == TL_ITEM_DEMAND && i < self->geometry->chips->len; i++)
    if (TL_ITEM (g_array_index (self->geometry->chips, TlChipBox, i).demand) == item)
      return &g_array_index (self->geometry->chips, TlChipBox, i).box;
  return &nowhere;
}

static void
tl_speakers_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  TlSpeakers *self = TL_SPEAKERS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); self->geometry && child;
       child = gtk_widget_get_next_sibling (child))
    tl_speaker_place (TL_SPEAKER (child), box_of (self, tl_speaker_item (TL_SPEAKER (child))));
}

static void
tl_speakers_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
disconnect_document (TlSpeakers *self)
{
  if (!self->document)
    return;
  g_signal_handlers_disconnect_by_data (tl_document_selection (self->document), self);
  g_clear_object (&self->document);
}

static void
tl_speakers_dispose (GObject *object)
{
  TlSpeakers *self = TL_SPEAKERS (object);
  GtkWidget *child;

  disconnect_document (self);
  if (self->list)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  g_hash_table_remove_all (self->speakers);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
  G_OBJECT_CLASS (tl_speakers_parent_class)->dispose (object);
}

static void
tl_speakers_finalize (GObject *object)
{
  g_hash_table_unref (TL_SPEAKERS (object)->speakers);
  G_OBJECT_CLASS (tl_speakers_parent_class)->finalize (object);
}

static void
tl_speakers_class_init (TlSpeakersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_speakers_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_speakers_finalize;
  widget_class->size_allocate = tl_speakers_size_allocate;
  widget_class->snapshot = tl_speakers_snapshot;
  widget_class->focus = tl_speakers_focus_by_key;
  widget_class->set_focus_child = tl_speakers_set_focus_child;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
tl_speakers_init (TlSpeakers *self)
{
  self->speakers = g_hash_table_new (NULL, NULL);
  /* The pointer goes through to what is drawn. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Steps in the order in which the work goes"), -1);
}

/**
 * tl_speakers_new:
 * @list: the steps of the flow
 *
 * Returns: (transfer floating): a layer for a canvas, without a document
 */
GtkWidget *
tl_speakers_new (TlStepList *list)
{
  TlSpeakers *self = g_object_new (TL_TYPE_SPEAKERS, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_swapped (list, "refreshing", G_CALLBACK (on_refreshing), self);
  g_signal_connect_swapped (list, "refreshed", G_CALLBACK (on_refreshed), self);
  return GTK_WIDGET (self);
}

/**
 * tl_speakers_set_document:
 * @self: a layer
 * @document: (nullable): the same as the list's
 */
void
tl_speakers_set_document (TlSpeakers *self, TlDocument *document)
{
  disconnect_document (self);
  if (!document)
    return;
  self->document = g_object_ref (document);
  g_signal_connect_swapped (tl_document_selection (document), "changed", G_CALLBACK (on_selection), self);
}

/**
 * tl_speakers_allocate:
 * @self: a layer, while its canvas is allocated
 * @geometry: where things stand in the flow
 * @viewport: where the flow stands in the canvas
 */
void
tl_speakers_allocate (TlSpeakers *self, TlFlowGeometry *geometry, const TlViewport *viewport)
{
  GskTransform *place;

  if (geometry != self->geometry)
    {
      g_clear_pointer (&self->geometry, tl_flow_geometry_unref);
      self->geometry = tl_flow_geometry_ref (geometry);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) viewport->x, (float) viewport->y));
  place = gsk_transform_scale (place, (float) viewport->zoom, (float) viewport->zoom);
  gtk_widget_allocate (GTK_WIDGET (self), 1, 1, -1, place);
}

/**
 * tl_speakers_focus:
 * @self: a layer
 * @item: an item of the flow
 *
 * Returns: whether its speaker has the keyboard now
 */
gboolean
tl_speakers_focus (TlSpeakers *self, gpointer item)
{
  GtkWidget *speaker = g_hash_table_lookup (self->speakers, item);

  if (!speaker)
    return FALSE;
  tl_speaker_tell (TL_SPEAKER (speaker));
  return gtk_widget_grab_focus (speaker);
}

/**
 * tl_speakers_have_keyboard:
 * @self: a layer
 *
 * Returns: whether the keyboard is with one of its speakers
 */
gboolean
tl_speakers_have_keyboard (TlSpeakers *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_get_parent (focus) == GTK_WIDGET (self);
}
