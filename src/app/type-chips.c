#include "app/type-chips.h"

#include <math.h>

#include "app/class-badge.h"
#include "paint/kind-look.h"
#include "paint/words.h"
#include "study/demand-search.h"
#include "study/flow-edits.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* More than this nobody reads while somebody talks. */
#define MOST_CHIPS 6

struct _TlTypeChips
{
  GtkBox parent_instance;
  GtkWidget *entry;
  GtkWidget *chips;
  TlDocument *document;
  TlDemand *chosen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (TlTypeChips, tl_type_chips, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- choosing ---- */

static char *
typed_text (TlTypeChips *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
choose (TlTypeChips *self, TlDemand *demand)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, demand);
}

/* Kind unsure: it will be judged when there is time. */
static void
make_type (TlTypeChips *self)
{
  g_autofree char *name = typed_text (self);

  choose (self, tl_study_add_demand (tl_document_history (self->document), name, TL_DEMAND_UNSURE, (double) NAN));
}

static void
on_chip (TlTypeChips *self, GtkButton *chip)
{
  TlDemand *demand = g_object_get_data (G_OBJECT (chip), "tl-demand");

  if (!demand)
    make_type (self);
  else
    choose (self, demand == self->chosen ? NULL : demand);
}

/* Enter takes the best that there is; where nothing is called so, it is a new type. */
static void
on_activate (TlTypeChips *self)
{
  g_autofree char *typed = typed_text (self);
  g_autoptr (GArray) found = NULL;

  if (!*typed || !self->document)
    {
      choose (self, NULL);
      return;
    }
  found = tl_demands_find (tl_document_study (self->document), typed, TRUE);
  if (found->len > 0)
    choose (self, g_array_index (found, TlDemandMatch, 0).demand);
  else
    make_type (self);
}

/* ---- chips ---- */

static GtkWidget *
chip_content (const char *words, const TlDemand *demand)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (words);

  if (demand)
    {
      GtkWidget *badge = tl_class_badge_new ();

      tl_class_badge_set_bucket (TL_CLASS_BADGE (badge), tl_kind_bucket (demand->kind));
      gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), badge);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "chip");
  return box;
}

static void
add_chip (TlTypeChips *self, const char *words, TlDemand *demand)
{
  GtkWidget *chip = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (chip), chip_content (words, demand));
  gtk_widget_set_focusable (chip, FALSE);
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (chip, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  if (demand)
    g_object_set_data_full (G_OBJECT (chip), "tl-demand", tl_item_ref (demand), tl_item_unref);
  if (demand && demand == self->chosen)
    gtk_widget_add_css_class (chip, "suggested-action");
  g_signal_connect_swapped (chip, "clicked", G_CALLBACK (on_chip), self);
  gtk_flow_box_append (GTK_FLOW_BOX (self->chips), chip);
  /* The flow box's own child around it takes no keyboard either. */
  gtk_widget_set_focusable (gtk_widget_get_parent (chip), FALSE);
}

static void
clear_chips (TlTypeChips *self)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (self->chips)))
    gtk_flow_box_remove (GTK_FLOW_BOX (self->chips), old);
}

static void
fill_chips (TlTypeChips *self)
{
  g_autofree char *text = typed_text (self);
  const char *typed = self->chosen ? "" : text;
  g_autoptr (GArray) found = NULL;

  clear_chips (self);
  if (!self->document)
    return;
  found = tl_demands_find (tl_document_study (self->document), typed, TRUE);
  for (guint i = 0; i < found->len && i < MOST_CHIPS; i++)
    {
      TlDemand *demand = g_array_index (found, TlDemandMatch, i).demand;
      g_autofree char *name = tl_words_name (demand->name);

      add_chip (self, name, demand);
    }
  if (*typed && !tl_demands_have (found))
    {
      g_autofree char *words = g_strdup_printf (_ ("New type: “%s”"), typed);

      add_chip (self, words, NULL);
    }
}

/* Typing goes on from what was chosen: it is another type, then. */
static void
on_changed (TlTypeChips *self)
{
  if (self->filling)
    return;
  if (self->chosen)
    {
      g_clear_pointer (&self->chosen, tl_item_unref);
      choose (self, NULL);
    }
  fill_chips (self);
}

static gboolean
tl_type_chips_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TL_TYPE_CHIPS (widget)->entry);
}

static void
tl_type_chips_dispose (GObject *object)
{
  TlTypeChips *self = TL_TYPE_CHIPS (object);

  self->filling = TRUE;
  g_clear_object (&self->document);
  g_clear_pointer (&self->chosen, tl_item_unref);
  G_OBJECT_CLASS (tl_type_chips_parent_class)->dispose (object);
}

static void
tl_type_chips_class_init (TlTypeChipsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_type_chips_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = tl_type_chips_grab_focus;

  /**
   * TlTypeChips::chosen:
   * @self: the chips
   * @demand: (nullable): a #TlDemand
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TL_TYPE_TYPE_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tl_type_chips_init (TlTypeChips *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "type-chips");
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("What is it about? It can wait (Alt+T)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Type of demand"),
                                  -1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_box_append (GTK_BOX (self), self->entry);
  self->chips = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->chips), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->chips), MOST_CHIPS + 1);
  gtk_box_append (GTK_BOX (self), self->chips);
}

/**
 * tl_type_chips_new:
 *
 * Returns: (transfer floating): chips without a document
 */
GtkWidget *
tl_type_chips_new (void)
{
  return g_object_new (TL_TYPE_TYPE_CHIPS, NULL);
}

/**
 * tl_type_chips_set_document:
 * @self: the chips
 * @document: (nullable): whose types they offer
 */
void
tl_type_chips_set_document (TlTypeChips *self, TlDocument *document)
{
  g_set_object (&self->document, document);
  tl_type_chips_set_chosen (self, NULL);
}

/**
 * tl_type_chips_set_chosen:
 * @self: the chips
 * @demand: (nullable): the type that is chosen
 */
void
tl_type_chips_set_chosen (TlTypeChips *self, TlDemand *demand)
{
  TlDemand *old = self->chosen;
  g_autofree char *name = demand ? tl_words_name (demand->name) : g_strdup ("");

  self->chosen = demand ? (TlDemand *) tl_item_ref (demand) : NULL;
  if (old)
    tl_item_unref (old);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), name);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->filling = FALSE;
  fill_chips (self);
}

/**
 * tl_type_chips_refresh:
 * @self: the chips
 *
 * Offers what the study holds now.
 */
void
tl_type_chips_refresh (TlTypeChips *self)
{
  fill_chips (self);
}
