#include "pool.h"

#include <string.h>

/* Larger pieces come from malloc(), whose overhead matters less for them. */
#define LARGEST 128
#define STEP 8
#define CHUNK 262144

/* Sanitizers find what is written beyond its end, used too late or lost only in memory of their own. */
#ifdef __SANITIZE_ADDRESS__
#define POOLED(size) FALSE
#else
#define POOLED(size) ((size) <= LARGEST)
#endif

typedef struct _Piece Piece;
struct _Piece
{
  Piece *next;
};

/* Studies are read on threads of their own. */
static GMutex lock;
static Piece *spare[LARGEST / STEP + 1];
static Piece *chunks;
static guint8 *at, *end;
static gsize in_use;

static gsize
rounded (gsize size)
{
  return MAX ((size + STEP - 1) / STEP, 1) * STEP;
}

static gpointer
cut (gsize size)
{
  gpointer piece;

  if ((gsize) (end - at) < size)
    {
      Piece *chunk = g_malloc (CHUNK);

      chunk->next = chunks;
      chunks = chunk;
      at = (guint8 *) (chunk + 1);
      end = (guint8 *) chunk + CHUNK;
    }
  piece = at;
  at += size;
  return piece;
}

static gpointer
take (gsize size)
{
  gsize whole = rounded (size);
  Piece *piece;

  g_mutex_lock (&lock);
  piece = spare[whole / STEP];
  if (piece)
    spare[whole / STEP] = piece->next;
  else
    piece = cut (whole);
  in_use++;
  g_mutex_unlock (&lock);
  return piece;
}

/* When nothing is in use any more, as after the last study was closed, all goes back. */
static void
give_all_back (void)
{
  while (chunks)
    {
      Piece *next = chunks->next;

      g_free (chunks);
      chunks = next;
    }
  memset (spare, 0, sizeof spare);
  at = end = NULL;
}

/**
 * tl_pool_alloc0:
 * @size: bytes
 *
 * Returns: (transfer full): so much memory, all zeros, for tl_pool_free()
 */
gpointer
tl_pool_alloc0 (gsize size)
{
  return POOLED (size) ? memset (take (size), 0, size) : g_malloc0 (size);
}

/**
 * tl_pool_free:
 * @piece: (transfer full): what tl_pool_alloc0() gave
 * @size: how much that was
 */
void
tl_pool_free (gpointer piece, gsize size)
{
  gsize whole = rounded (size);

  if (!POOLED (size))
    {
      g_free (piece);
      return;
    }
  g_mutex_lock (&lock);
  ((Piece *) piece)->next = spare[whole / STEP];
  spare[whole / STEP] = piece;
  if (--in_use == 0)
    give_all_back ();
  g_mutex_unlock (&lock);
}

/**
 * tl_pool_strdup:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (nullable): a copy that nobody changes, for tl_pool_strfree()
 */
char *
tl_pool_strdup (const char *text)
{
  gsize size = text ? strlen (text) + 1 : 0;

  if (!text)
    return NULL;
  return memcpy (POOLED (size) ? take (size) : g_malloc (size), text, size);
}

/**
 * tl_pool_strfree:
 * @text: (transfer full) (nullable): what tl_pool_strdup() gave
 */
void
tl_pool_strfree (char *text)
{
  if (text)
    tl_pool_free (text, strlen (text) + 1);
}
