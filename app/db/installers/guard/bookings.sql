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
    RETURN QUERY SELECT a.id::bigint, a.starts_at, a.minutes, a.responsible_id::bigint, a.place_id::bigint FROM activity AS a
    WHERE a.kind = 'meeting' AND a.state = 'planned' AND a.deleted_at IS NULL
        AND (a.responsible_id = ANY (people) OR a.place_id = ANY (places))
        -- Nothing lasts longer than a week: an index over the starts finds the candidates.
        AND a.starts_at < till AND a.starts_at > since - interval '7 days'
        AND a.starts_at + make_interval(mins => a.minutes) > since
        AND a.id <> coalesce(except_id, 0)
        AND NOT EXISTS (SELECT FROM lead WHERE lead.id = a.lead_id AND lead.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM deal WHERE deal.id = a.deal_id AND deal.deleted_at IS NOT NULL)
        AND NOT EXISTS (SELECT FROM contact WHERE contact.id = a.contact_id AND contact.deleted_at IS NOT NULL)
    ORDER BY a.starts_at, a.id;
END $$
