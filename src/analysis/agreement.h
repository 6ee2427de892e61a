/* agreement.h: whether two listeners judge the same contacts alike.
 *
 * Cohen, J. (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20(1),
 * 37–46: kappa = (po − pe) / (1 − pe), where po is the share on which they agree and pe the share on which they
 * would by chance, given how often each of them says what.
 */
#pragma once

#include "study/contact.h"
#include "study/study.h"

G_BEGIN_DECLS

/**
 * TlAgreement:
 * @n: contacts that both have judged
 * @agreed: of these, how many alike
 * @table: how often the first said what (row) while the second said what (column), by #TlContactKind; those that are
 *   not judged stand in no cell
 * @share: agreed / n; NAN where nothing was judged by both
 * @by_chance: the share on which they would agree by chance; NAN likewise
 * @kappa: 1 where they always agree, 0 where they agree as often as chance does, less where they agree less often;
 *   NAN where nothing was judged by both, or where both said one and the same thing of all
 *
 * The first listener's judgement is what counts for the contact (tl_contact_judged()), the second's is its second
 * opinion. Not sure is a judgement.
 */
typedef struct
{
  guint n;
  guint agreed;
  guint table[TL_CONTACT_UNSURE + 1][TL_CONTACT_UNSURE + 1];
  double share;
  double by_chance;
  double kappa;
} TlAgreement;

void tl_agreement_compute (const TlStudy *study, TlAgreement *agreement);
gboolean tl_contact_is_judged_twice (const TlContact *contact);
gboolean tl_contact_is_disputed (const TlContact *contact);
char *tl_agreement_describe (const TlAgreement *agreement) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tl_contacts_sample (const TlStudy *study, guint size, guint32 seed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
