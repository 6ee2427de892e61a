/* item-reader.h: fills an item from the attributes of its element. */
#pragma once

#include <libxml/parser.h>

#include "problems.h"
#include "references.h"
#include "study/text-cache.h"

G_BEGIN_DECLS

/* Rows in the longest table of fields, and some to spare. */
#define TL_MOST_FIELDS 24

/**
 * TlItemReader:
 *
 * What reading an item needs; nothing of it is owned but @scratch, @texts and @shared_demands.
 */
typedef struct
{
  xmlParserCtxtPtr parser;
  TlStudy *study;
  TlProblems *problems;
  TlReferences *references;
  const xmlChar *names[TL_N_ITEM_KINDS][TL_MOST_FIELDS]; /* of attributes, as the parser has them */
  const xmlChar *id_name;
  TlItem *item; /* the one being read, with its attributes */
  int n_attributes;
  const xmlChar **attributes;
  GString *scratch;
  TlTextCache *texts;         /* that many items have in common */
  GHashTable *shared_demands; /* ids that the connector being read has given a share */
} TlItemReader;

void tl_item_reader_init (TlItemReader *self,
                          xmlParserCtxtPtr parser,
                          TlStudy *study,
                          TlProblems *problems,
                          TlReferences *references);
void tl_item_reader_clear (TlItemReader *self);
void tl_item_reader_read (TlItemReader *self, TlItem *item, int n_attributes, const xmlChar **attributes);

G_END_DECLS
