#include "problems.h"

#include "throughline-config.h"

#define GETTEXT_PACKAGE TL_GETTEXT_DOMAIN
#include <glib/gi18n-lib.h>

/* Nobody mends more than this before opening the file again. */
#define MOST_PROBLEMS 1000

/* So much of a name or a value is enough to find it again. */
#define MOST_CHARACTERS 60

struct _TlProblems
{
  GPtrArray *found;
  TlStorageError code;
  gboolean tolerant;
  gboolean over;
};

/* tl_problems_new: nothing is wrong yet. */
TlProblems *
tl_problems_new (void)
{
  TlProblems *self = g_new0 (TlProblems, 1);

  self->found = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_file_problem_free);
  self->code = TL_STORAGE_ERROR_INVALID;
  return self;
}

void
tl_problems_free (TlProblems *self)
{
  g_ptr_array_unref (self->found);
  g_free (self);
}

/**
 * tl_problems_tolerate: (skip)
 * @self: what is wrong in a file
 *
 * From now on only what makes reading impossible counts. A file of a newer version may hold words
 * that this one does not know; it is shown as far as it can be understood.
 */
void
tl_problems_tolerate (TlProblems *self)
{
  self->tolerant = TRUE;
}

static void
take (TlProblems *self, TlPlace place, char *message)
{
  TlFileProblem *problem = g_new (TlFileProblem, 1);

  *problem = (TlFileProblem){ .line = place.line, .column = place.column, .message = message };
  g_ptr_array_add (self->found, problem);
  if (self->found->len >= MOST_PROBLEMS)
    self->over = TRUE;
}

/**
 * tl_problems_add: (skip)
 * @self: what is wrong in a file
 * @place: where
 * @format: what, in words, as for printf()
 *
 * Notes a thing that can't be so. Reading can go on, to find the others.
 */
void
tl_problems_add (TlProblems *self, TlPlace place, const char *format, ...)
{
  va_list arguments;

  if (self->tolerant || self->over)
    return;
  va_start (arguments, format);
  take (self, place, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/**
 * tl_problems_add_about: (skip)
 * @self: what is wrong in a file
 * @place: where
 * @item: the item that it is about; it is named first
 * @format: what, in words, as for printf()
 *
 * Like tl_problems_add().
 */
void
tl_problems_add_about (TlProblems *self, TlPlace place, gconstpointer item, const char *format, ...)
{
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  va_list arguments;

  if (self->tolerant || self->over)
    return;
  name = tl_item_describe (item);
  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  take (self, place, g_strdup_printf ("%s: %s", name, words));
}

/**
 * tl_problems_fail: (skip)
 * @self: what is wrong in a file
 * @code: the kind of error
 * @place: where
 * @message: what, in words
 *
 * Notes a thing after which reading can't go on. It takes the place of all that was found before:
 * in what is not XML, say, those would only lead astray. Only the first call counts.
 */
void
tl_problems_fail (TlProblems *self, TlStorageError code, TlPlace place, const char *message)
{
  if (self->over)
    return;
  g_ptr_array_set_size (self->found, 0);
  self->code = code;
  take (self, place, g_strdup (message));
  self->over = TRUE;
}

/**
 * tl_problems_is_over: (skip)
 * @self: what is wrong in a file
 *
 * Returns: whether there is no sense in reading on
 */
gboolean
tl_problems_is_over (const TlProblems *self)
{
  return self->over;
}

static char *
with_place (const TlFileProblem *problem)
{
  if (problem->line && problem->column)
    return g_strdup_printf (_ ("Line %u, column %u: %s"), problem->line, problem->column, problem->message);
  if (problem->line)
    return g_strdup_printf (_ ("Line %u: %s"), problem->line, problem->message);
  return g_strdup (problem->message);
}

static char *
in_short (const TlProblems *self)
{
  g_autofree char *first = with_place (g_ptr_array_index (self->found, 0));
  guint more = self->found->len - 1;

  if (more == 0)
    return g_steal_pointer (&first);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s (and %u more problem)", "%s (and %u more problems)", more),
                          first, more);
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const TlFileProblem *first = *(TlFileProblem *const *) a;
  const TlFileProblem *second = *(TlFileProblem *const *) b;

  if (first->line != second->line)
    return first->line < second->line ? -1 : 1;
  return (first->column > second->column) - (first->column < second->column);
}

/**
 * tl_problems_report: (skip)
 * @self: what is wrong in a file
 * @problems: (nullable) (element-type TlFileProblem): where to move what was found, in the file's order
 * @error: set where there was something; it says the first and how many more
 *
 * Returns: %TRUE where nothing is wrong
 */
gboolean
tl_problems_report (TlProblems *self, GPtrArray *problems, GError **error)
{
  g_autofree char *message = NULL;

  if (self->found->len == 0)
    return TRUE;
  g_ptr_array_sort (self->found, by_place);
  message = in_short (self);
  g_set_error_literal (error, TL_STORAGE_ERROR, (int) self->code, message);
  if (problems)
    g_ptr_array_extend_and_steal (problems, g_ptr_array_ref (self->found));
  return FALSE;
}

/**
 * tl_text_shortened: (skip)
 * @text: a name or a value
 *
 * Returns: (transfer full): so much of it as a message has room for
 */
char *
tl_text_shortened (const char *text)
{
  if (g_utf8_strlen (text, -1) <= MOST_CHARACTERS)
    return g_strdup (text);
  else
    {
      g_autofree char *start = g_utf8_substring (text, 0, MOST_CHARACTERS - 1);
      return g_strconcat (start, "…", NULL);
    }
}

/**
 * tl_item_describe: (skip)
 * @item: an item
 *
 * Returns: (transfer full): its kind, name and id, as 'step “Take the call” (s1)'
 */
char *
tl_item_describe (gconstpointer item)
{
  const TlItem *self = item;
  const char *label = _ (tl_item_type (self->kind)->label);
  const char *name = tl_item_name (item);
  g_autofree char *start = tl_text_shortened (name);

  if (*start && self->id)
    return g_strdup_printf (_ ("%s “%s” (%s)"), label, start, self->id);
  if (*start || self->id)
    return g_strdup_printf (_ ("%s “%s”"), label, *start ? start : self->id);
  return g_strdup (label);
}
