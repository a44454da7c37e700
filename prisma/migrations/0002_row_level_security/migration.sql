-- Row-level security: PostgreSQL says once more who sees what lib/data says in every `where`.
-- The claims are set for one transaction by lib/db/claims.ts; without them no private row is visible.
-- FORCE makes it hold for the tables' owner too, so one role that is no superuser is enough.
-- A policy may look at tables further down only (KeyPacket < Report, Envelope < the rest), else PostgreSQL sees a circle.

create function fortnight_actor() returns text language sql stable
  as $$ select coalesce(current_setting('fortnight.actor', true), '') $$;
create function fortnight_member() returns uuid language sql stable
  as $$ select nullif(current_setting('fortnight.member', true), '')::uuid $$;
create function fortnight_report() returns uuid language sql stable
  as $$ select nullif(current_setting('fortnight.report', true), '')::uuid $$;
create function fortnight_signed_in() returns boolean language sql stable
  as $$ select fortnight_actor() in ('member', 'coordinator') $$;
create function fortnight_administers() returns boolean language sql stable
  as $$ select fortnight_actor() in ('coordinator', 'system') $$;

do $$
declare name text;
begin
  foreach name in array array['List', 'Organisation', 'Member', 'Subscription', 'Certificate', 'PinnedCoordinator',
    'Roster', 'RosterReader', 'Report', 'Issue', 'ReporterCertificate', 'Envelope', 'EnvelopePart', 'Reader',
    'KeyPacket', 'Keyring', 'ReadMark', 'Event', 'UsedNonce', 'Session', 'EnrolmentLink']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  -- What is public to read and a coordinator's to write (K10: the readers of a list are known).
  foreach name in array array['List', 'Organisation', 'Member', 'Subscription', 'Certificate', 'PinnedCoordinator',
    'Roster', 'RosterReader']
  loop
    execute format('create policy read_public on %I for select using (true)', name);
    execute format('create policy write_administered on %I for all using (fortnight_administers())
      with check (fortnight_administers())', name);
  end loop;
  -- What only the doors and start-up touch.
  foreach name in array array['UsedNonce', 'EnrolmentLink']
  loop
    execute format('create policy doors_only on %I for all using (fortnight_actor() = ''system'')
      with check (fortnight_actor() = ''system'')', name);
  end loop;
end $$;

-- A key packet is shown to its reader and to nobody else.
create policy own on "KeyPacket" for select using (
  (fortnight_signed_in() and "memberId" = fortnight_member())
  or (fortnight_actor() = 'reporter' and "memberId" is null and "reportId" = fortnight_report()));
create policy add on "KeyPacket" for insert with check (
  fortnight_signed_in() or (fortnight_actor() = 'reporter' and "reportId" = fortnight_report()));

-- A report is visible to those who hold a key packet in it, to its reporter, and (dates and states) to jobs.
create policy concerned on "Report" for select using (
  fortnight_actor() = 'system'
  or (fortnight_actor() = 'reporter' and id = fortnight_report())
  or (fortnight_signed_in() and exists (
    select 1 from "KeyPacket" k where k."reportId" = "Report".id and k."memberId" = fortnight_member())));
create policy submit on "Report" for insert with check (fortnight_actor() = 'reporter' and id = fortnight_report());
create policy advance on "Report" for update using (
  (fortnight_actor() = 'reporter' and id = fortnight_report())
  or (fortnight_signed_in() and exists (
    select 1 from "KeyPacket" k where k."reportId" = "Report".id and k."memberId" = fortnight_member())));

create policy with_report on "Issue" for select using (
  exists (select 1 from "Report" r where r.id = "Issue"."reportId"));
create policy add on "Issue" for insert with check (
  exists (select 1 from "Report" r where r.id = "Issue"."reportId"));
create policy with_report on "ReporterCertificate" for select using (
  exists (select 1 from "Report" r where r.id = "ReporterCertificate"."reportId"));
create policy add on "ReporterCertificate" for insert with check (
  fortnight_actor() = 'reporter' and "reportId" = fortnight_report());

-- An envelope is visible to its readers and its author.
create policy readers on "Envelope" for select using (
  (fortnight_actor() = 'reporter' and "reportId" = fortnight_report()
    and (author = 'reporter' or exists (select 1 from "KeyPacket" k where k."envelopeId" = "Envelope".id)))
  or (fortnight_signed_in() and ("authorMemberId" = fortnight_member()
    or exists (select 1 from "KeyPacket" k where k."envelopeId" = "Envelope".id))));
create policy add on "Envelope" for insert with check (
  exists (select 1 from "Report" r where r.id = "Envelope"."reportId")
  and ((fortnight_actor() = 'reporter' and author = 'reporter')
    or (fortnight_signed_in() and author = 'member' and "authorMemberId" = fortnight_member())));
-- The ticket and the commitment of an envelope made by gpg are added by its first reader, once.
create policy add_ticket on "Envelope" for update using (
  commitment is null and fortnight_signed_in()
  and exists (select 1 from "KeyPacket" k where k."envelopeId" = "Envelope".id))
  with check (fortnight_signed_in());

create policy with_envelope on "EnvelopePart" for select using (
  exists (select 1 from "Envelope" e where e.id = "EnvelopePart"."envelopeId"));
create policy add on "EnvelopePart" for insert with check (
  exists (select 1 from "Envelope" e where e.id = "EnvelopePart"."envelopeId"));

create policy with_envelope on "Reader" for select using (
  exists (select 1 from "Envelope" e where e.id = "Reader"."envelopeId"));
create policy add on "Reader" for insert with check (
  exists (select 1 from "Report" r where r.id = "Reader"."reportId"));

create policy own on "Keyring" for all using (fortnight_signed_in() and "memberId" = fortnight_member())
  with check (fortnight_signed_in() and "memberId" = fortnight_member());
create policy own on "ReadMark" for all using (fortnight_signed_in() and "memberId" = fortnight_member())
  with check (fortnight_signed_in() and "memberId" = fortnight_member()
    and exists (select 1 from "Report" r where r.id = "ReadMark"."reportId"));

-- Events are added, never changed: there is no policy for update or delete.
create policy concerned on "Event" for select using (
  fortnight_actor() = 'system'
  or ("reportId" is null and fortnight_administers())
  or exists (select 1 from "Report" r where r.id = "Event"."reportId"));
create policy add on "Event" for insert with check (fortnight_actor() <> '');

create policy doors_or_own on "Session" for all using (
  fortnight_actor() = 'system' or (fortnight_signed_in() and "memberId" = fortnight_member())
  or fortnight_actor() = 'coordinator')
  with check (fortnight_actor() in ('system', 'coordinator')
    or (fortnight_signed_in() and "memberId" = fortnight_member()));
