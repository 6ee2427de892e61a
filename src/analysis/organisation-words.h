/* organisation-words.h: a gentle hint where a purpose reads as the organisation's own.
 *
 * Lists of words stand in data/, a file for each language. The hint says why; it never blocks.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TlWordHint:
 * @words: as they stand in the text
 * @reason: why a customer would not say that, one sentence
 * @begin: where they begin in the text, in bytes
 * @end: behind their last byte
 */
typedef struct
{
  char *words;
  char *reason;
  gsize begin;
  gsize end;
} TlWordHint;

typedef struct _TlOrganisationWords TlOrganisationWords;

/**
 * tl_organisation_words_new:
 *
 * Returns: (transfer full): a list without rules
 */
TlOrganisationWords *tl_organisation_words_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_organisation_words_free:
 * @words: (transfer full) (nullable): a list
 */
void tl_organisation_words_free (TlOrganisationWords *words);

/**
 * tl_organisation_words_read:
 * @words: a list
 * @text: rules as in data/organisation-words.en.txt
 *
 * Adds the rules of @text. Lines that are no rule say nothing.
 *
 * Returns: how many rules there were
 */
guint tl_organisation_words_read (TlOrganisationWords *words, const char *text);

/**
 * tl_organisation_words_get_default:
 *
 * The lists of the user's languages first, then all that the program brings along: a purpose may be
 * written in another language than that of the screen. A file "organisation-words.CODE.txt" in the
 * program's folder of shared data comes before the list that was built in.
 *
 * Returns: (transfer none): the rules, read once
 */
TlOrganisationWords *tl_organisation_words_get_default (void);

/**
 * tl_organisation_words_find:
 * @words: a list
 * @text: (nullable): what a team wrote
 *
 * Finds whole words, whatever their case. Each rule speaks once, and no two of the same words.
 *
 * Returns: (transfer full) (element-type TlWordHint): hints in the order of the text; perhaps none
 */
GPtrArray *tl_organisation_words_find (const TlOrganisationWords *words, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_word_hint_free:
 * @hint: (transfer full) (nullable): a hint
 */
void tl_word_hint_free (TlWordHint *hint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlOrganisationWords, tl_organisation_words_free)

G_END_DECLS
