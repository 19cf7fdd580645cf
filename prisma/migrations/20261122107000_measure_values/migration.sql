-- What each kind of measure may hold. An EDSS number is 0 to 10 in half steps without 0.5; a walk has no value when a run could not be finished.
ALTER TABLE "measures"
  ADD CONSTRAINT "measures_kind_value_check" CHECK (CASE kind
    WHEN 'timed-walk' THEN value IS NULL OR value BETWEEN 2 AND 180
    WHEN 'edss' THEN value IS NOT NULL AND value BETWEEN 0 AND 10 AND value * 2 = floor(value * 2) AND value <> 0.5
    WHEN 'nine-hole-peg' THEN value IS NOT NULL AND value BETWEEN 5 AND 600
    WHEN 'sdmt' THEN value IS NOT NULL AND value BETWEEN 0 AND 110 AND value = floor(value)
    WHEN 'lab' THEN value IS NOT NULL
    WHEN 'mri' THEN value IS NULL
    ELSE false
  END);
