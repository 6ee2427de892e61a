#include "app/outline-row.h"

#include "app/class-badge.h"
#include "app/whole-text.h"
#include "paint/spoken.h"
#include "paint/step-words.h"
#include "paint/words.h"
#include "study/raises.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

struct _TlOutlineRow
{
  GtkWidget parent_instance;
  GtkWidget *grid;
  TlClassBadge *badge;
  GtkLabel *name;
  GtkLabel *line;
  GtkLabel *waste;
  GtkWidget *failure; /* the line that says what it causes */
  GtkLabel *raises;
};

G_DEFINE_FINAL_TYPE (TlOutlineRow, tl_outline_row, GTK_TYPE_WIDGET)

static void
tl_outline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_OUTLINE_ROW);
  G_OBJECT_CLASS (tl_outline_row_parent_class)->dispose (object);
}

static void
tl_outline_row_class_init (TlOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_outline_row_dispose;
  g_type_ensure (TL_TYPE_CLASS_BADGE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outlinerow");
  /* The row of the list, around it, says all of it in one sentence. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, grid);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, badge);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, name);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, line);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, waste);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, failure);
  gtk_widget_class_bind_template_child (widget_class, TlOutlineRow, raises);
}

static void
tl_outline_row_init (TlOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_whole_text_of_label (self->name);
  tl_whole_text_of_label (self->line);
  tl_whole_text_of_label (self->raises);
}

/**
 * tl_outline_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
tl_outline_row_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE_ROW, NULL);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_name (TlOutlineRow *self, const TlStep *step)
{
  g_autofree char *name = tl_words_name (step->name);

  gtk_label_set_text (self->name, name);
  if (step->name && *step->name)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dim-label");
}

/* What nothing joins says so first: it may have been forgotten. */
static void
show_line (TlOutlineRow *self, const TlStep *step, gboolean loose)
{
  g_autofree char *line = tl_step_line (step);
  g_autofree char *both = loose && line ? g_strjoin (" · ", _ ("Not connected"), line, NULL) : NULL;

  set_text (self->line, both ? both : loose ? _ ("Not connected") : line);
}

static void
show_raises (TlOutlineRow *self, const TlStepWays *ways, const TlStep *step)
{
  g_autoptr (GString) names = g_string_new (NULL);
  TlStepWaysIter iter;
  const TlRaises *raises;

  tl_step_ways_iter (ways, step, TL_WAY_RAISES, &iter);
  while ((raises = tl_step_ways_next (&iter)))
    {
      g_autofree char *name = tl_words_name (tl_item_name (raises->demand));

      g_string_append_printf (names, "%s%s", names->len ? " · " : "", name);
    }
  gtk_label_set_text (self->raises, names->str);
  gtk_widget_set_visible (self->failure, names->len > 0);
}

/* The list's own row has the focus and the selection, so it must say what stands in it. */
static void
say (TlOutlineRow *self, const TlStepWays *ways, const TlStep *step, TlPeriod period)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = tl_spoken_name (ways, step, period);
  g_autofree char *description = tl_spoken_ways (ways, step);

  if (row)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

/**
 * tl_outline_row_show:
 * @self: a row
 * @list: the steps
 * @position: which of them
 * @period: what the study counts by
 */
void
tl_outline_row_show (TlOutlineRow *self, TlStepList *list, guint position, TlPeriod period)
{
  const TlStep *step = tl_step_list_get (list, position);
  const TlStepWays *ways = tl_step_list_ways (list);
  gboolean loose = position >= tl_step_list_n_connected (list);

  if (!step || !ways)
    return;
  tl_class_badge_set_bucket (self->badge, tl_step_bucket (step));
  show_name (self, step);
  /* The first step of a flow is not to blame for being alone. */
  show_line (self, step, loose && g_list_model_get_n_items (G_LIST_MODEL (list)) > 1);
  set_text (self->waste, tl_step_waste_word (step));
  show_raises (self, ways, step);
  say (self, ways, step, period);
}
