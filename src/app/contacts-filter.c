#include "app/contacts-filter.h"

#include "paint/words.h"
#include "storage/date-reader.h"
#include "study/day.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* What stands before the study's own types, channels and places. */
enum
{
  ANY_TYPE,
  NO_TYPE,
  FIRST_TYPE,
};

struct _TlContactsFilter
{
  GtkWidget parent_instance;
  GtkWidget *bar;
  GtkSearchEntry *text;
  GtkDropDown *judged;
  GtkDropDown *type;
  GtkMenuButton *more;
  GtkDropDown *channel;
  GtkDropDown *place;
  GtkDropDown *need;
  GtkCheckButton *disputed;
  GtkEntry *from;
  GtkEntry *to;
  GtkWidget *reset;
  GPtrArray *demands; /* those that can be chosen; not owned, and looked at only as long as the study has them */
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlContactsFilter, tl_contacts_filter, GTK_TYPE_WIDGET)

/* ---- what was chosen ---- */

/* 0 where nothing is typed, or no day. */
static guint32
day_in (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *day = *text ? tl_date_read (text, TL_DATES_DAY_FIRST) : NULL;
  gboolean wrong = *text && !day;

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  return tl_day_read (day);
}

/* What is chosen of a study's own words; NULL for any. */
static char *
word_in (GtkDropDown *choice)
{
  GtkStringObject *chosen = gtk_drop_down_get_selected_item (choice);

  if (gtk_drop_down_get_selected (choice) == 0 || !chosen)
    return NULL;
  return g_strdup (gtk_string_object_get_string (chosen));
}

/**
 * tl_contacts_filter_read:
 * @self: a bar
 * @filter: (out caller-allocates): what is asked for; for tl_contact_filter_clear()
 */
void
tl_contacts_filter_read (TlContactsFilter *self, TlContactFilter *filter)
{
  guint type = gtk_drop_down_get_selected (self->type);
  guint judged = gtk_drop_down_get_selected (self->judged);
  guint need = gtk_drop_down_get_selected (self->need);

  *filter = (TlContactFilter){ .text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))) };
  filter->judged = judged <= TL_JUDGED_NOT_YET ? (TlJudgedChoice) judged : TL_JUDGED_ANY;
  filter->without_demand = type == NO_TYPE;
  if (type != GTK_INVALID_LIST_POSITION && type >= FIRST_TYPE && type - FIRST_TYPE < self->demands->len)
    filter->demand = self->demands->pdata[type - FIRST_TYPE];
  filter->channel = word_in (self->channel);
  filter->place = word_in (self->place);
  filter->threads = need <= TL_THREADS_WITH ? (TlThreadChoice) need : TL_THREADS_ANY;
  filter->disputed = gtk_check_button_get_active (self->disputed);
  filter->from = day_in (self->from);
  filter->to = day_in (self->to);
}

static gboolean
asks_for_more (const TlContactFilter *filter)
{
  return filter->channel || filter->place || filter->from || filter->to || filter->threads || filter->disputed;
}

static void
changed (TlContactsFilter *self)
{
  g_auto (TlContactFilter) filter = { 0 };

  tl_contacts_filter_read (self, &filter);
  gtk_widget_set_visible (self->reset, !tl_contact_filter_is_open (&filter));
  if (asks_for_more (&filter))
    gtk_widget_add_css_class (GTK_WIDGET (self->more), "asking");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->more), "asking");
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_changed (TlContactsFilter *self)
{
  if (!self->filling)
    changed (self);
}

static void
on_need (TlContactsFilter *self)
{
  if (self->filling)
    return;
  changed (self);
}

/**
 * tl_contacts_filter_reset:
 * @self: a bar
 *
 * Asks for all contacts again.
 */
void
tl_contacts_filter_reset (TlContactsFilter *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->text), "");
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  gtk_drop_down_set_selected (self->judged, 0);
  gtk_drop_down_set_selected (self->type, 0);
  gtk_drop_down_set_selected (self->channel, 0);
  gtk_drop_down_set_selected (self->place, 0);
  gtk_drop_down_set_selected (self->need, 0);
  gtk_check_button_set_active (self->disputed, FALSE);
  self->filling = FALSE;
  changed (self);
}

/**
 * tl_contacts_filter_show_disputed:
 * @self: a bar
 *
 * Asks for the contacts that two listeners judge differently.
 */
void
tl_contacts_filter_show_disputed (TlContactsFilter *self)
{
  tl_contacts_filter_reset (self);
  gtk_check_button_set_active (self->disputed, TRUE);
}

/* ---- what can be chosen ---- */

static gboolean
says_the_same (GtkDropDown *choice, GtkStringList *words)
{
  GListModel *old = gtk_drop_down_get_model (choice);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (words));

  if (!old || g_list_model_get_n_items (old) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (old), i), gtk_string_list_get_string (words, i)) != 0)
      return FALSE;
  return TRUE;
}

static guint
place_of (GtkStringList *words, const char *word)
{
  for (guint i = 0; word && i < g_list_model_get_n_items (G_LIST_MODEL (words)); i++)
    if (g_str_equal (gtk_string_list_get_string (words, i), word))
      return i;
  return 0;
}

/* What was chosen stays chosen where it is still there. */
static void
offer (GtkDropDown *choice, GtkStringList *words)
{
  g_autofree char *chosen = word_in (choice);

  if (!says_the_same (choice, words))
    {
      gtk_drop_down_set_model (choice, G_LIST_MODEL (words));
      gtk_drop_down_set_selected (choice, place_of (words, chosen));
    }
  g_object_unref (words);
}

static void
offer_texts (GtkDropDown *choice, const GPtrArray *texts, const char *any)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, any);
  for (guint i = 0; texts && i < texts->len; i++)
    gtk_string_list_append (words, texts->pdata[i]);
  offer (choice, words);
}

static void
offer_types (TlContactsFilter *self, const TlStudy *study)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->demands, 0);
  gtk_string_list_append (words, _ ("All types"));
  gtk_string_list_append (words, _ ("No type yet"));
  for (guint i = 0; study && i < study->demands->len; i++)
    {
      g_autofree char *name = tl_words_name (tl_item_name (study->demands->pdata[i]));

      g_ptr_array_add (self->demands, study->demands->pdata[i]);
      gtk_string_list_append (words, name);
    }
  offer (self->type, words);
}

/**
 * tl_contacts_filter_set_study:
 * @self: a bar
 * @study: (nullable): whose types can be chosen
 * @channels: (nullable) (element-type utf8): that can be chosen
 * @places: (nullable) (element-type utf8): that can be chosen
 *
 * Also after the study has changed. What is asked for stays, where it is still there.
 */
void
tl_contacts_filter_set_study (TlContactsFilter *self,
                              const TlStudy *study,
                              const GPtrArray *channels,
                              const GPtrArray *places)
{
  self->filling = TRUE;
  offer_types (self, study);
  offer_texts (self->channel, channels, _ ("All channels"));
  offer_texts (self->place, places, _ ("All places"));
  self->filling = FALSE;
}

/* ---- the widget ---- */

static void
tl_contacts_filter_dispose (GObject *object)
{
  TlContactsFilter *self = TL_CONTACTS_FILTER (object);

  g_clear_pointer (&self->demands, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_CONTACTS_FILTER);
  G_OBJECT_CLASS (tl_contacts_filter_parent_class)->dispose (object);
}

static gboolean
tl_contacts_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_CONTACTS_FILTER (widget)->text));
}

static void
tl_contacts_filter_class_init (TlContactsFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_contacts_filter_dispose;
  widget_class->grab_focus = tl_contacts_filter_grab_focus;
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", TL_TYPE_CONTACTS_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/contacts-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, bar);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, text);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, judged);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, type);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, more);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, channel);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, place);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, need);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, disputed);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, from);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, to);
  gtk_widget_class_bind_template_child (widget_class, TlContactsFilter, reset);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_need);
  gtk_widget_class_bind_template_callback (widget_class, tl_contacts_filter_reset);
}

static void
tl_contacts_filter_init (TlContactsFilter *self)
{
  self->demands = g_ptr_array_new ();
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_contacts_filter_set_study (self, NULL, NULL, NULL);
}
