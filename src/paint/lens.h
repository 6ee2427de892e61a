/* lens.h: what a picture of a flow shows by colour and width: one thing at a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlLens:
 * @TL_LENS_CLASS: value or waste
 * @TL_LENS_RIVER: how much work goes each way, and for what kind of demand
 * @TL_LENS_HOURS: where the hours go
 * @TL_LENS_WAIT: where the customer waits
 * @TL_LENS_ROLE: who does it
 */
typedef enum
{
  TL_LENS_CLASS,
  TL_LENS_RIVER,
  TL_LENS_HOURS,
  TL_LENS_WAIT,
  TL_LENS_ROLE,
  TL_N_LENSES,
} TlLens;

const char *tl_lens_nick (TlLens lens);     /* "river" */
const char *tl_lens_question (TlLens lens); /* "How much work goes which way?", translated */
gboolean tl_lens_from_nick (const char *nick, TlLens *lens);

G_END_DECLS
