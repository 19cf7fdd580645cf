-- Which entries stand, and in which revision, for whoever may read the alerts of a diary: someone to whom its check-ins are closed
-- must not go on reading the alerts of an entry that was removed, nor take for open what a correction took back. Touches no row.
CREATE FUNCTION daymark_standing_revisions(diary uuid, ids uuid[]) RETURNS TABLE (check_in_id uuid, revision smallint)
  LANGUAGE sql STABLE SECURITY DEFINER
  BEGIN ATOMIC
    SELECT c.check_in_id, c.revision FROM check_ins c
    WHERE c.diary_id = diary AND c.superseded_at IS NULL AND c.check_in_id = ANY (ids)
      AND (diary = daymark_own_diary() OR EXISTS (SELECT FROM daymark_granted('alerts:read') g WHERE g.diary_id = diary));
  END;

REVOKE ALL ON FUNCTION daymark_standing_revisions(uuid, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_standing_revisions(uuid, uuid[]) TO daymark_app;
