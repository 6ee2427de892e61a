/* canvas-letters.c: choices by one letter. W marks as waste, then a letter may say what kind; K asks what
 * kind of step it is. The letters are shown beside the step while they count, as buttons.
 */
#include "app/canvas-private.h"

#include <math.h>

#include "app/assistive.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* From the step, in widget units. */
#define DISTANCE 14.0
/* In the first a mark is told, if there was one. */
#define FRAMES_TO_TELL 2

typedef struct
{
  guint key;
  int value;
} Letter;

struct _TlLetters
{
  const char *title;
  const Letter *letters;
  guint n_letters;
  const TlChoice *(*choices) (void);
  void (*chosen) (TlCanvas *self, int value);
};

static const Letter waste_letters[] = {
  { GDK_KEY_h, TL_WASTE_HAND_OFF }, { GDK_KEY_r, TL_WASTE_REWORK },    { GDK_KEY_c, TL_WASTE_CHECKING },
  { GDK_KEY_s, TL_WASTE_SORTING },  { GDK_KEY_q, TL_WASTE_QUEUEING },  { GDK_KEY_d, TL_WASTE_DUPLICATING },
  { GDK_KEY_a, TL_WASTE_CHASING },  { GDK_KEY_e, TL_WASTE_RECORDING }, { GDK_KEY_o, TL_WASTE_OTHER },
};

static const Letter kind_letters[] = {
  { GDK_KEY_s, TL_STEP_START }, { GDK_KEY_k, TL_STEP_WORK }, { GDK_KEY_d, TL_STEP_DECISION },
  { GDK_KEY_w, TL_STEP_WAIT },  { GDK_KEY_e, TL_STEP_END },
};

static void
waste_chosen (TlCanvas *self, int value)
{
  tl_canvas_mark (self, TL_CLASS_WASTE, (TlWaste) value);
}

static void
kind_chosen (TlCanvas *self, int value)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  TlHistory *history = tl_canvas_history (self);

  tl_history_begin (history, _ ("Change kind of step"), NULL);
  for (guint i = 0; i < steps->len; i++)
    tl_history_apply (history, tl_edit_new_set_choice (g_ptr_array_index (steps, i), "kind", value));
  tl_history_end (history);
}

static const TlLetters waste = {
  N_ ("What kind of waste?"), waste_letters, G_N_ELEMENTS (waste_letters), tl_waste_choices, waste_chosen,
};

static const TlLetters kinds = {
  N_ ("What kind of step?"), kind_letters, G_N_ELEMENTS (kind_letters), tl_step_kind_choices, kind_chosen,
};

static gboolean
put_away (gpointer table)
{
  gtk_widget_set_visible (table, FALSE);
  return G_SOURCE_REMOVE;
}

/* Not away at once: GTK loses count of what is pressed if a button goes while it is. */
static void
on_clicked (GtkWidget *button, gpointer letter)
{
  TlCanvas *self = TL_CANVAS (gtk_widget_get_ancestor (button, TL_TYPE_CANVAS));
  const TlLetters *letters = self->letters_shown;

  g_idle_add_full (G_PRIORITY_DEFAULT, put_away, g_object_ref (self->letters_table), g_object_unref);
  letters->chosen (self, letters->letters[GPOINTER_TO_UINT (letter)].value);
}

static GtkWidget *
create_words (const char *letter, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *key = gtk_label_new (letter);

  gtk_widget_add_css_class (key, "keycap");
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  return box;
}

/* The letter and what it means, for the hand on the mouse or on the screen; the keyboard stays with the canvas. */
static void
attach (GtkGrid *grid, const TlLetters *letters, guint i)
{
  const TlChoice *word = tl_choice_by_value (letters->choices (), letters->letters[i].value);
  char letter[2] = { (char) g_ascii_toupper ((char) letters->letters[i].key), '\0' };
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_words (letter, _ (word->label)));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "letter");
  gtk_widget_set_focusable (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (word->label), -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), GUINT_TO_POINTER (i));
  gtk_grid_attach (grid, button, (int) (i % 2), 1 + (int) i / 2, 1, 1);
}

/* Who hears the screen is told what the letters mean: a frame later than the mark that asks for them. */
static gboolean
tell_letters (GtkWidget *table, GdkFrameClock *clock, gpointer data)
{
  TlCanvas *self = TL_CANVAS (gtk_widget_get_parent (table));
  const TlLetters *letters = self->letters_shown;
  g_autoptr (GString) words = NULL;

  if (--self->letters_untold > 0)
    return G_SOURCE_CONTINUE;
  words = g_string_new (_ (letters->title));
  for (guint i = 0; i < letters->n_letters; i++)
    g_string_append_printf (words, "%s %c %s", i ? "," : "", g_ascii_toupper ((char) letters->letters[i].key),
                            _ (tl_choice_by_value (letters->choices (), letters->letters[i].value)->label));
  tl_assistive_tell (table, words->str);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
create_table (const TlLetters *letters)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *title = gtk_label_new (_ (letters->title));

  gtk_widget_add_css_class (grid, "letters");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_grid_attach (GTK_GRID (grid), title, 0, 0, 2, 1);
  for (guint i = 0; i < letters->n_letters; i++)
    attach (GTK_GRID (grid), letters, i);
  return grid;
}

/* Under the step; over it, or else beside it, where there is no room. */
static void
find_place (TlCanvas *self, const TlBox *box, const GtkRequisition *size, double *x, double *y)
{
  *x = box->x + (box->width - size->width) / 2;
  *y = box->y + box->height + DISTANCE;
  if (*y + size->height > self->height)
    *y = box->y - DISTANCE - size->height;
  if (*y < 0)
    {
      *x = box->x + box->width + DISTANCE;
      *y = box->y + (box->height - size->height) / 2;
      if (*x + size->width > self->width)
        *x = box->x - DISTANCE - size->width;
    }
  *x = CLAMP (*x, 0, MAX (0, self->width - size->width));
  *y = CLAMP (*y, 0, MAX (0, self->height - size->height));
}

/* From under the tools in the corner to above them or beside them, where that hides neither them nor the step. */
static void
keep_off_tools (TlCanvas *self, const TlBox *step, const GtkRequisition *size, double *x, double *y)
{
  TlBox tools = tl_canvas_tools_cover (self);
  TlBox all = { 0, 0, self->width, self->height };
  TlBox own = { *x, *y, size->width, size->height };
  TlPlace places[] = { { *x, tools.y - DISTANCE - size->height },
                       { tools.x - DISTANCE - size->width, *y },
                       { tools.x + tools.width + DISTANCE, *y } };

  if (!tl_boxes_meet (&tools, &own))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      own.x = places[i].x;
      own.y = places[i].y;
      if (!tl_box_holds (&all, &own) || tl_boxes_meet (&own, step))
        continue;
      *x = own.x;
      *y = own.y;
      return;
    }
}

/* Puts the letters where what was selected last can still be seen; in size_allocate. */
void
tl_canvas_place_letters (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;
  GtkRequisition size;
  double x, y;
  TlBox box;

  if (!self->letters_table || !gtk_widget_get_visible (self->letters_table))
    return;
  gtk_widget_get_preferred_size (self->letters_table, NULL, &size);
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  box = steps->len ? tl_canvas_box_of (self, g_ptr_array_index (steps, steps->len - 1)) : (TlBox){ 0 };
  box = tl_viewport_box_to_widget (&self->viewport, &box);
  find_place (self, &box, &size, &x, &y);
  keep_off_tools (self, &box, &size, &x, &y);
  gtk_widget_allocate (self->letters_table, size.width, size.height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y))));
}

/* Shows letters beside the newest of the selected steps. The keyboard stays with the canvas: the next key
 * is the letter, or means what it always means. A popover would take the keyboard, or else no clicks. */
static void
show (TlCanvas *self, const TlLetters *letters)
{
  g_autoptr (GPtrArray) steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);

  if (steps->len == 0)
    return;
  if (self->letters_shown != letters)
    {
      g_clear_pointer (&self->letters_table, gtk_widget_unparent);
      self->letters_table = create_table (letters);
      gtk_widget_set_parent (self->letters_table, GTK_WIDGET (self));
      self->letters_untold = 0;
    }
  self->letters_shown = letters;
  tl_canvas_reveal (self, g_ptr_array_index (steps, steps->len - 1));
  gtk_widget_set_visible (self->letters_table, TRUE);
  if (self->letters_untold == 0)
    gtk_widget_add_tick_callback (self->letters_table, tell_letters, NULL, NULL);
  self->letters_untold = FRAMES_TO_TELL;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Shows the letters for the kinds of waste beside the step that was just marked. */
void
tl_canvas_show_waste_hint (TlCanvas *self)
{
  if (self->flow && !tl_document_is_read_only (self->document))
    show (self, &waste);
}

/* K: what kind of steps the selected ones are. */
void
tl_canvas_ask_kind (TlCanvas *self)
{
  g_autoptr (GPtrArray) steps = NULL;

  if (!tl_canvas_can_edit (self))
    return;
  steps = tl_selection_of_kind (tl_canvas_selection (self), TL_ITEM_STEP);
  if (steps->len)
    show (self, &kinds);
  else
    tl_canvas_refuse (self, _ ("Select a step first"));
}

/* While letters are shown: takes @key as one of them. Any other key just puts them away.
 * Returns: whether @key was a letter. */
gboolean
tl_canvas_take_letter (TlCanvas *self, guint key)
{
  const TlLetters *letters = self->letters_shown;

  if (!self->letters_table || !gtk_widget_get_visible (self->letters_table))
    return FALSE;
  gtk_widget_set_visible (self->letters_table, FALSE);
  if (key == GDK_KEY_Escape || key == GDK_KEY_Return)
    return TRUE;
  for (guint i = 0; i < letters->n_letters; i++)
    if (letters->letters[i].key == key)
      {
        letters->chosen (self, letters->letters[i].value);
        return TRUE;
      }
  return FALSE;
}
