/* output.h: the two streams that a command speaks on: results, and what is wrong.
 *
 * Results go to standard output, and nothing else does, so that they can be piped. Errors go to
 * standard error as "throughline: FILE:LINE: what is wrong".
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * tl_output_text:
 * @text: UTF-8; shown in the encoding of the user's locale
 *
 * Writes to standard output, all of it, and says on standard error where that fails.
 *
 * Returns: whether all of it is out
 */
gboolean tl_output_text (const char *text);

/**
 * tl_output_data:
 * @text: UTF-8; written as it is, for programs to read
 *
 * Returns: whether all of it is out
 */
gboolean tl_output_data (const char *text);

/**
 * tl_output_line:
 * @text: (transfer full): UTF-8, with names that come from a file
 *
 * Ends of lines and other control characters, which could break a line in two or command the terminal,
 * become spaces; so do those that turn the direction of the text.
 *
 * Returns: (transfer full): @text on one line
 */
char *tl_output_line (char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * tl_output_error:
 * @file: (nullable) (type filename): which file it is about
 * @line: where in it, 1-based; 0 where it concerns the whole file
 * @message: what is wrong, translated
 */
void tl_output_error (const char *file, guint line, const char *message);

/**
 * tl_output_hint:
 * @format: what to do about the error that was said before, translated
 * @...: for @format
 */
void tl_output_hint (const char *format, ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
