/* judged-key.h: how contacts were judged, in words and numbers, under the swatches of a chart of them.
 *
 * What is not sure and what is not judged yet always stand there, though it be none.
 */
#pragma once

#include "analysis/contact-tally.h"
#include "paint/scene.h"

G_BEGIN_DECLS

double tl_judged_key_add (TlScene *scene, const double contacts[TL_N_JUDGEMENTS], const TlBox *place);
double tl_judged_key_height (const TlScene *scene, const double contacts[TL_N_JUDGEMENTS], double width);
const char *tl_judged_words (TlContactKind judged);

G_END_DECLS
