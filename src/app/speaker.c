#include "app/speaker.h"

#include <math.h>

#include "app/canvas-private.h"

typedef struct
{
  TlItem *item;
  guint64 mark; /* of what was said last */
  char *name;
  char *description;
  gboolean selected;
  gboolean told; /* assistive technology has been told all of this */
  TlBox box;     /* as it was placed last */
} TlSpeakerPrivate;

struct _TlStepSpeaker
{
  TlSpeaker parent_instance;
};

G_DEFINE_TYPE_WITH_PRIVATE (TlSpeaker, tl_speaker, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (TlStepSpeaker, tl_step_speaker, TL_TYPE_SPEAKER)

static TlSpeakerPrivate *private(gpointer self) { return tl_speaker_get_instance_private (TL_SPEAKER (self)); }

/* ---- what can be asked of it ---- */

static TlCanvas *
canvas_of (GtkWidget *widget)
{
  return TL_CANVAS (gtk_widget_get_ancestor (widget, TL_TYPE_CANVAS));
}

static void
select_item (GtkWidget *widget, const char *action, GVariant *parameter)
{
  tl_canvas_select (canvas_of (widget), private(widget)->item);
}

static void
mark (GtkWidget *widget, TlStepClass class)
{
  select_item (widget, NULL, NULL);
  tl_canvas_mark (canvas_of (widget), class, TL_WASTE_NONE);
}

static void
mark_value (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mark (widget, TL_CLASS_VALUE);
}

static void
mark_waste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mark (widget, TL_CLASS_WASTE);
}

static void
mark_none (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mark (widget, TL_CLASS_NONE);
}

static void
rename_step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  select_item (widget, NULL, NULL);
  tl_canvas_start_naming (canvas_of (widget), (TlStep *) private(widget)->item, FALSE);
}

/* ---- the classes ---- */

static void
tl_speaker_finalize (GObject *object)
{
  tl_item_unref (private(object)->item);
  g_free (private(object)->name);
  g_free (private(object)->description);
  G_OBJECT_CLASS (tl_speaker_parent_class)->finalize (object);
}

static void
tl_speaker_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
}

static void
tl_speaker_class_init (TlSpeakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_speaker_finalize;
  widget_class->snapshot = tl_speaker_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_install_action (widget_class, "item.select", NULL, select_item);
}

static void
tl_speaker_init (TlSpeaker *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

static void
tl_step_speaker_class_init (TlStepSpeakerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "step.mark-value", NULL, mark_value);
  gtk_widget_class_install_action (widget_class, "step.mark-waste", NULL, mark_waste);
  gtk_widget_class_install_action (widget_class, "step.mark-not-judged", NULL, mark_none);
  gtk_widget_class_install_action (widget_class, "step.rename", NULL, rename_step);
}

static void
tl_step_speaker_init (TlStepSpeaker *self)
{
}

/**
 * tl_speaker_new:
 * @item: a step, demand, connector, entry or `raises`; kept alive
 *
 * Returns: (transfer floating): a widget that can speak for it, somewhere on a canvas
 */
GtkWidget *
tl_speaker_new (gpointer item)
{
  gboolean step = TL_ITEM (item)->kind == TL_ITEM_STEP;
  TlSpeaker *self = g_object_new (step ? TL_TYPE_STEP_SPEAKER : TL_TYPE_SPEAKER, NULL);

  private (self)->item = tl_item_ref (item);
  return GTK_WIDGET (self);
}

/**
 * tl_speaker_item:
 * @self: a speaker
 *
 * Returns: (transfer none): what it speaks for
 */
TlItem *
tl_speaker_item (TlSpeaker *self)
{
  return private(self)->item;
}

/**
 * tl_speaker_set_words:
 * @self: a speaker
 * @name: what it is
 * @description: (nullable): more about it
 *
 * Returns: whether it has another name now
 */
gboolean
tl_speaker_set_words (TlSpeaker *self, const char *name, const char *description)
{
  TlSpeakerPrivate *own = private(self);
  gboolean other = g_strcmp0 (own->name, name) != 0;

  if (!other && g_strcmp0 (own->description, description) == 0)
    return FALSE;
  g_free (own->name);
  own->name = g_strdup (name);
  g_free (own->description);
  own->description = g_strdup (description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description ? description : "", -1);
  return other;
}

/**
 * tl_speaker_name:
 * @self: a speaker
 *
 * Returns: (transfer none) (nullable): what it says that it is; %NULL before it was told
 */
const char *
tl_speaker_name (TlSpeaker *self)
{
  return private(self)->name;
}

/**
 * tl_speaker_tell:
 * @self: a speaker that has its words, and is about to have the keyboard
 *
 * Tells assistive technology of it now. GTK begins to do so only when the keyboard comes; all that was set before would
 * then be told as a change: whoever hears the step would hear its description twice.
 */
void
tl_speaker_tell (TlSpeaker *self)
{
  if (private(self)->told)
    return;
  private (self)->told = TRUE;
  /* With this GTK begins; and with the next thing that is set, what waits is told. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, private(self)->selected, -1);
}

/**
 * tl_speaker_set_selected:
 * @self: a speaker
 * @selected: whether what it speaks for is
 */
void
tl_speaker_set_selected (TlSpeaker *self, gboolean selected)
{
  if (private(self)->selected == selected)
    return;
  private (self)->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * tl_speaker_set_position:
 * @self: a speaker
 * @position: from 1
 * @size: of how many
 */
void
tl_speaker_set_position (TlSpeaker *self, guint position, guint size)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) size, -1);
}

/**
 * tl_speaker_set_mark:
 * @self: a speaker
 * @mark: as tl_spoken_mark()
 *
 * Returns: whether it is another than last time, so that there are new words to be set
 */
gboolean
tl_speaker_set_mark (TlSpeaker *self, guint64 new_mark)
{
  gboolean other = private(self)->mark != new_mark;

  private (self)->mark = new_mark;
  return other;
}

static gboolean
is_same_box (const TlBox *a, const TlBox *b)
{
  return fabs (a->x - b->x) + fabs (a->y - b->y) + fabs (a->width - b->width) + fabs (a->height - b->height) < 0.5;
}

/**
 * tl_speaker_place:
 * @self: a speaker, while its parent is allocated
 * @box: where its thing stands, in the parent
 */
void
tl_speaker_place (TlSpeaker *self, const TlBox *box)
{
  GskTransform *place;

  /* What stands where it stood is left alone: moving one step must not cost as much as moving all. */
  if (is_same_box (&private(self)->box, box))
    return;
  private (self)->box = *box;
  place = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) box->x, (float) box->y));
  gtk_widget_allocate (GTK_WIDGET (self), (int) ceil (box->width), (int) ceil (box->height), -1, place);
}
