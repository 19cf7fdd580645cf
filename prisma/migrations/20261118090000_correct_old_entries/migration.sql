-- A correction keeps the moment of its entry however long ago that was. Only a new entry must lie within a week of its entering;
-- that a correction does not move an entry further back is checked against the revision before it, where it is stored.
ALTER TABLE "check_ins"
  DROP CONSTRAINT "check_ins_recorded_at_check",
  ADD CONSTRAINT "check_ins_recorded_at_check"
    CHECK ((revision > 1 OR recorded_at >= entered_at - interval '168 hours') AND recorded_at <= entered_at + interval '15 minutes');
