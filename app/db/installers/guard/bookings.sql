CREATE OR REPLACE FUNCTION booked_times(people bigint[], places bigint[], since timestamptz, till timestamptz,
    except_id bigint DEFAULT NULL)
RETURNS TABLE (id bigint, starts_at timestamptz, minutes integer, responsible_id bigint, place_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- A time taken is no secret: when, whose and where, but neither with whom nor about what.
    IF my_id() IS NULL AND NOT office_account() THEN PERFORM refuse('the times of others'); END IF;
    IF cardinality(people) + cardinality(places) > 1000 OR till - since > interval '100 days' THEN
        PERFORM refuse('so many times at once');
    END IF;
    RETURN QUERY SELECT a.id::bigint, a.starts_at, a.minutes, a.responsible_id::bigint, a.place_id::bigint
    FROM activity AS a
    -- People and places apart: each follows an index of its own, both at once none. Nothing lasts longer than a week.
    WHERE a.id IN (
        SELECT b.id FROM activity AS b WHERE b.responsible_id = ANY (people) AND b.state = 'planned'
            AND b.starts_at < till AND b.starts_at > since - interval '7 days'
        UNION SELECT b.id FROM activity AS b WHERE b.place_id = ANY (places)
            AND b.starts_at < till AND b.starts_at > since - interval '7 days')
        AND a.kind = 'meeting' AND a.state = 'planned' AND a.deleted_at IS NULL
        AND a.starts_at + make_interval(mins => a.minutes) > since
        AND a.id <> coalesce(except_id, 0)
        AND NOT EXISTS (SELECT FROM lead WHERE lead.id = a.lead_id AND lead.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM deal WHERE deal.id = a.deal_id AND deal.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM contact WHERE contact.id = a.contact_id AND contact.deleted_at IS NOT NULL)
    ORDER BY a.starts_at, a.id;
END $$
