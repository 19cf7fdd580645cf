-- As with every other function: only the app's role may call it. Touches no row.
REVOKE ALL ON FUNCTION daymark_relapse_findings(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION daymark_relapse_findings(uuid) TO daymark_app;
