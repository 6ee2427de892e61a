#include "study/sentence.h"

/**
 * tl_sentence_new:
 * @words: (transfer full): a sentence in the user's language, perhaps with a number at its beginning
 *
 * Returns: (transfer full): it with a capital letter first
 */
char *
tl_sentence_new (char *words)
{
  gunichar first = g_utf8_get_char (words);
  char *sentence;
  char capital[8] = "";

  if (!g_unichar_islower (first))
    return words;
  capital[g_unichar_to_utf8 (g_unichar_toupper (first), capital)] = 0;
  sentence = g_strconcat (capital, g_utf8_next_char (words), NULL);
  g_free (words);
  return sentence;
}
