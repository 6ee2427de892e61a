#include "analysis/organisation-words.h"

#include <string.h>

#include "organisation-words-resource.h"
#include "throughline-config.h"

#define RESOURCE "/io/github/throughline/Throughline/words/"

/* Languages whose lists are built in. */
static const char *const built_in[] = { "en", "de" };

/* A word as it is compared, and where it stands. */
typedef struct
{
  char *folded;
  gsize begin;
  gsize end;
  gboolean stem; /* of a pattern: any ending may follow */
} Word;

typedef struct
{
  GArray *words; /* (element-type Word) */
  guint rule;
  char *reason;
} Pattern;

struct _TlOrganisationWords
{
  GPtrArray *patterns;
  guint n_rules;
};

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->folded);
}

static void
pattern_free (gpointer data)
{
  Pattern *self = data;

  g_array_unref (self->words);
  g_free (self->reason);
  g_free (self);
}

static char *
fold (const char *text, gsize length)
{
  g_autofree char *normal = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal, -1);
}

static gboolean
is_of_a_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Words are runs of letters, digits and marks; in a pattern a star behind one makes it a stem. */
static GArray *
split (const char *text, gsize length)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *end = text + length;

  g_array_set_clear_func (words, word_clear);
  for (const char *at = text; at < end;)
    {
      const char *begin = at;
      Word word;

      while (at < end && is_of_a_word (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (at == begin)
        {
          at = g_utf8_next_char (at);
          continue;
        }
      word = (Word){ fold (begin, (gsize) (at - begin)), (gsize) (begin - text), (gsize) (at - text),
                     at < end && *at == '*' };
      g_array_append_val (words, word);
    }
  return words;
}

static const Word *
word_at (const GArray *words, guint index)
{
  return &g_array_index (words, Word, index);
}

static void
add_pattern (TlOrganisationWords *self, const char *text, const char *reason)
{
  Pattern *pattern = g_new0 (Pattern, 1);

  pattern->words = split (text, strlen (text));
  pattern->rule = self->n_rules;
  pattern->reason = g_strdup (reason);
  if (pattern->words->len > 0)
    g_ptr_array_add (self->patterns, pattern);
  else
    pattern_free (pattern);
}

static void
read_rule (TlOrganisationWords *self, const char *line)
{
  g_auto (GStrv) halves = g_strsplit (line, "|", 2);
  g_auto (GStrv) patterns = NULL;
  guint before = self->patterns->len;

  if (*line == '#' || g_strv_length (halves) < 2)
    return;
  g_strstrip (halves[1]);
  patterns = g_strsplit (halves[0], ",", -1);
  for (guint i = 0; patterns[i]; i++)
    add_pattern (self, patterns[i], halves[1]);
  if (self->patterns->len > before)
    self->n_rules++;
}

TlOrganisationWords *
tl_organisation_words_new (void)
{
  TlOrganisationWords *self = g_new0 (TlOrganisationWords, 1);

  self->patterns = g_ptr_array_new_with_free_func (pattern_free);
  return self;
}

void
tl_organisation_words_free (TlOrganisationWords *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

guint
tl_organisation_words_read (TlOrganisationWords *self, const char *text)
{
  g_auto (GStrv) lines = NULL;
  guint before = self->n_rules;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    read_rule (self, lines[i]);
  return self->n_rules - before;
}

/* ---- the lists that there are ---- */

static gboolean
read_file (TlOrganisationWords *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && tl_organisation_words_read (self, text) > 0;
}

static gboolean
read_shared (TlOrganisationWords *self, const char *name)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "throughline", NULL);

  if (read_file (self, own, name) || read_file (self, TL_DATA_DIR, name))
    return TRUE;
  for (guint i = 0; folders[i]; i++)
    {
      g_autofree char *folder = g_build_filename (folders[i], "throughline", NULL);

      if (read_file (self, folder, name))
        return TRUE;
    }
  return FALSE;
}

static void
read_built_in (TlOrganisationWords *self, const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE, name, NULL);
  g_autoptr (GBytes) bytes
      = g_resource_lookup_data (tl_organisation_words_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;

  if (!bytes)
    return;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  tl_organisation_words_read (self, text);
}

static void
read_language (TlOrganisationWords *self, const char *language, GHashTable *known)
{
  g_autofree char *name = g_strdup_printf ("organisation-words.%s.txt", language);

  if (strchr (language, G_DIR_SEPARATOR) || !g_hash_table_add (known, g_strdup (language)))
    return;
  if (!read_shared (self, name))
    read_built_in (self, name);
}

TlOrganisationWords *
tl_organisation_words_get_default (void)
{
  static gsize once = 0;
  static TlOrganisationWords *words;

  if (g_once_init_enter (&once))
    {
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      const char *const *languages = g_get_language_names ();

      words = tl_organisation_words_new ();
      for (guint i = 0; languages[i]; i++)
        read_language (words, languages[i], known);
      for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
        read_language (words, built_in[i], known);
      g_once_init_leave (&once, 1);
    }
  return words;
}

/* ---- finding ---- */

static gboolean
is_word (const Word *word, const Word *pattern)
{
  return pattern->stem ? g_str_has_prefix (word->folded, pattern->folded) : g_str_equal (word->folded, pattern->folded);
}

static gboolean
stands_at (const Pattern *pattern, const GArray *words, guint at)
{
  if (at + pattern->words->len > words->len)
    return FALSE;
  for (guint i = 0; i < pattern->words->len; i++)
    if (!is_word (word_at (words, at + i), word_at (pattern->words, i)))
      return FALSE;
  return TRUE;
}

/* The longest one that stands there; of several, that of the list that comes first. */
static const Pattern *
find_at (const TlOrganisationWords *self, const GArray *words, guint at)
{
  const Pattern *found = NULL;

  for (guint i = 0; i < self->patterns->len; i++)
    {
      const Pattern *pattern = g_ptr_array_index (self->patterns, i);

      if (stands_at (pattern, words, at) && (!found || pattern->words->len > found->words->len))
        found = pattern;
    }
  return found;
}

static TlWordHint *
hint_new (const char *text, const Pattern *pattern, const Word *first, const Word *last)
{
  TlWordHint *self = g_new0 (TlWordHint, 1);

  self->begin = first->begin;
  self->end = last->end;
  self->words = g_strndup (text + self->begin, self->end - self->begin);
  self->reason = g_strdup (pattern->reason);
  return self;
}

GPtrArray *
tl_organisation_words_find (const TlOrganisationWords *self, const char *text)
{
  GPtrArray *hints = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_word_hint_free);
  g_autoptr (GHashTable) spoken = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) words = NULL;

  if (!text || !g_utf8_validate (text, -1, NULL))
    return hints;
  words = split (text, strlen (text));
  for (guint at = 0; at < words->len;)
    {
      const Pattern *pattern = find_at (self, words, at);
      guint length = pattern ? pattern->words->len : 1;

      if (pattern && g_hash_table_add (spoken, GUINT_TO_POINTER (pattern->rule + 1)))
        g_ptr_array_add (hints, hint_new (text, pattern, word_at (words, at), word_at (words, at + length - 1)));
      at += length;
    }
  return hints;
}

void
tl_word_hint_free (TlWordHint *self)
{
  if (!self)
    return;
  g_free (self->words);
  g_free (self->reason);
  g_free (self);
}
