-- Row-level security of what an embargo consists of. Whoever sees a report sees its dates, states and debts; each row
-- says truly who wrote it; what is append-only has no policy for update or delete.
-- A policy cannot see what a row was before, or the rows of its own table: triggers say what depends on these.

create function fortnight_concerned(report uuid) returns boolean language sql stable
  as $$ select exists (select 1 from "Report" r where r.id = report) $$;
create function fortnight_issue_of(issue uuid, report uuid) returns boolean language sql stable
  as $$ select exists (select 1 from "Issue" i where i.id = issue and i."reportId" = report) $$;
create function fortnight_organisation() returns uuid language sql stable
  as $$ select m."organisationId" from "Member" m where m.id = fortnight_member() $$;
-- Whether a note is one that this very member wrote on this very report.
create function fortnight_own_note(envelope uuid, report uuid) returns boolean language sql stable
  as $$ select envelope is null or exists (select 1 from "Envelope" e
    where e.id = envelope and e."reportId" = report and e."authorMemberId" = fortnight_member()) $$;
-- False for a member who has been removed since they signed in.
create function fortnight_present() returns boolean language sql stable
  as $$ select not fortnight_signed_in() or exists (
    select 1 from "Member" m where m.id = fortnight_member() and m."removedAt" is null) $$;

-- Whether a row's `party` and `memberId` name the one who writes it.
create function fortnight_speaks(party text, member uuid) returns boolean language sql stable as $$
  select case party
    when 'reporter' then fortnight_actor() = 'reporter' and member is null
    when 'list' then fortnight_signed_in() and member = fortnight_member()
    else false end $$;

create function fortnight_refuse(why text) returns void language plpgsql
  as $$ begin raise insufficient_privilege using message = why; end $$;

do $$
declare name text;
begin
  foreach name in array array['EmbargoRecord', 'CaseRecord', 'Posting', 'Leak', 'OrganisationStatus', 'TriageAnswer',
    'DutyHolder', 'DutyOffer', 'DutyWork', 'Obligation', 'Closing', 'Notice', 'CalendarFeed']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['EmbargoRecord', 'CaseRecord', 'Posting', 'Leak', 'Closing']
  loop
    execute format('create policy with_report on %I for select using (fortnight_concerned("reportId"))', name);
  end loop;
  -- The work of the list, which no reporter is shown.
  foreach name in array array['OrganisationStatus', 'DutyWork']
  loop
    execute format('create policy with_report on %I for select
      using (fortnight_signed_in() and fortnight_concerned("reportId"))', name);
  end loop;
  -- Who has been removed writes nothing more, whatever their session says.
  foreach name in array array['Report', 'Issue', 'EmbargoRecord', 'CaseRecord', 'Posting', 'Leak',
    'OrganisationStatus', 'TriageAnswer', 'DutyHolder', 'DutyOffer', 'DutyWork', 'Obligation', 'Closing', 'Notice',
    'CalendarFeed']
  loop
    execute format('create policy added_by_present on %I as restrictive for insert
      with check (fortnight_present())', name);
    execute format('create policy changed_by_present on %I as restrictive for update
      using (fortnight_present())', name);
    execute format('create policy removed_by_present on %I as restrictive for delete
      using (fortnight_present())', name);
  end loop;
end $$;

-- A report's first issue comes with it; members split others out of it. All keep its policy.
drop policy add on "Issue";
create policy add on "Issue" for insert with check (
  ((fortnight_actor() = 'reporter' and number = 1) or (fortnight_signed_in() and number > 1))
  and exists (select 1 from "Report" r where r.id = "Issue"."reportId" and r."policyVersion" = "Issue"."policyVersion"));
-- An issue changes with its embargo, by whoever is concerned.
create policy advance on "Issue" for update using (fortnight_concerned("reportId"));

-- The steps of a negotiation. The standing policy speaks through whom it serves: see the trigger below.
create policy add on "EmbargoRecord" for insert with check (fortnight_issue_of("issueId", "reportId")
  and (fortnight_speaks(party, "memberId") or (party = 'policy' and "memberId" is null)));
create policy add on "CaseRecord" for insert with check (
  fortnight_issue_of("issueId", "reportId") and fortnight_speaks(party, "memberId"));
create policy add on "Posting" for insert with check (fortnight_issue_of("issueId", "reportId")
  and fortnight_speaks(party, "memberId") and "takenBackAt" is null and "takenBackById" is null);
create policy add on "Leak" for insert with check (
  fortnight_concerned("reportId") and fortnight_speaks(party, "memberId"));
-- Of the checklist a reporter learns whether the list would rather see the issue published now (A3).
create policy with_report on "TriageAnswer" for select using (fortnight_concerned("reportId")
  and (fortnight_signed_in() or (fortnight_actor() = 'reporter' and question = 'public-or-low')));
create policy add on "TriageAnswer" for insert with check (
  fortnight_concerned("reportId") and fortnight_signed_in() and "memberId" = fortnight_member());

-- What members take back is taken back once, and in their own name.
create policy take_back on "Posting" for update
  using (fortnight_concerned("reportId") and fortnight_signed_in() and "takenBackAt" is null)
  with check ("takenBackAt" is not null and "takenBackById" = fortnight_member());
create policy reopen on "Closing" for update
  using (fortnight_concerned("reportId") and fortnight_signed_in() and "reopenedAt" is null)
  with check ("reopenedAt" is not null and "reopenedById" = fortnight_member());
create trigger change_only before update on "Posting" for each row
  execute function fortnight_change_only('takenBackAt', 'takenBackById');
create trigger change_only before update on "Closing" for each row
  execute function fortnight_change_only('reopenedAt', 'reopenedById');

-- An organisation speaks for itself.
create policy add on "OrganisationStatus" for insert with check (fortnight_issue_of("issueId", "reportId")
  and fortnight_signed_in() and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation()
  and fortnight_own_note("envelopeId", "reportId"));
create policy set_own on "OrganisationStatus" for update using (fortnight_concerned("reportId")
  and fortnight_signed_in() and "organisationId" = fortnight_organisation())
  with check ("memberId" = fortnight_member() and fortnight_own_note("envelopeId", "reportId"));
create trigger change_only before update on "OrganisationStatus" for each row
  execute function fortnight_change_only('status', 'changedAt', 'memberId', 'envelopeId');
create policy add on "DutyWork" for insert with check (fortnight_concerned("reportId")
  and fortnight_signed_in() and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation()
  and fortnight_own_note("envelopeId", "reportId"));

-- Who holds which duty is known to all; coordinators assign, organisations volunteer.
create policy read_public on "DutyHolder" for select using (true);
create policy write_administered on "DutyHolder" for all using (fortnight_administers())
  with check (fortnight_administers() and "assignedById" is not distinct from fortnight_member());
create policy read_signed_in on "DutyOffer" for select using (fortnight_signed_in());
create policy volunteer on "DutyOffer" for insert with check (fortnight_signed_in()
  and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation());
create policy settle_offer on "DutyOffer" for delete using (fortnight_administers()
  or (fortnight_signed_in() and "organisationId" = fortnight_organisation()));

-- What is owed: by whoever sees the report; coordinators see the debts of all reports, which say nothing of content.
-- It is derived from the rows above by whoever changes them, so they all write it; the trigger below asks for grounds.
create policy concerned on "Obligation" for select using (
  fortnight_administers() or fortnight_concerned("reportId"));
create policy add on "Obligation" for insert with check (fortnight_concerned("reportId"));
create policy advance on "Obligation" for update using (fortnight_concerned("reportId"));

-- Somebody's word. A reporter gives it for what they owe themselves; a posting and an answer speak for themselves.
create policy add on "Closing" for insert with check (
  fortnight_concerned("reportId") and fortnight_speaks(party, "memberId")
  and "reopenedAt" is null and "reopenedById" is null and "evidenceKind" in ('link', 'message-id', 'word')
  and exists (select 1 from "Obligation" o where o.id = "Closing"."obligationId"
    and o."reportId" = "Closing"."reportId" and (fortnight_signed_in() or o.owner = 'reporter')
    and o.kind not in ('ANSWER_PROPOSAL', 'POST_ISSUE', 'ANNOUNCE_EXPLOIT', 'POST_EXPLOIT')));

-- A notice is its recipient's. Coordinators see which reminders were sent.
create policy own on "Notice" for select using (
  fortnight_actor() = 'system'
  or (fortnight_actor() = 'coordinator' and news is null)
  or (fortnight_signed_in() and "memberId" = fortnight_member())
  or (fortnight_actor() = 'reporter' and "memberId" is null and "reportId" = fortnight_report()));
-- News goes to whom it concerns. Reminders are the jobs' alone: each is sent once, so one too many would hush the true one.
create policy add on "Notice" for insert with check (
  exists (select 1 from "Report" r where r.id = "Notice"."reportId" and r.handle = "Notice".handle)
  and recipient = coalesce("memberId"::text, 'reporter') and "readAt" is null
  and case when news is null
    then fortnight_actor() = 'system' and exists (
      select 1 from "Obligation" o where o.id = "Notice"."obligationId" and o."reportId" = "Notice"."reportId")
    else "obligationId" is null and step is null and "dueAt" is null and ("memberId" is null or exists (
      select 1 from "Reader" r where r."reportId" = "Notice"."reportId" and r."memberId" = "Notice"."memberId")) end);
create policy mark_read on "Notice" for update using (
  (fortnight_signed_in() and "memberId" = fortnight_member())
  or (fortnight_actor() = 'reporter' and "memberId" is null and "reportId" = fortnight_report()));
create trigger change_only before update on "Notice" for each row execute function fortnight_change_only('readAt');

create policy own on "CalendarFeed" for select using (fortnight_signed_in() and "memberId" = fortnight_member());
create policy add on "CalendarFeed" for insert with check (
  fortnight_signed_in() and "memberId" = fortnight_member() and "revokedAt" is null);
create policy revoke on "CalendarFeed" for update
  using (fortnight_signed_in() and "memberId" = fortnight_member() and "revokedAt" is null)
  with check ("memberId" = fortnight_member());
create trigger change_only before update on "CalendarFeed" for each row
  execute function fortnight_change_only('revokedAt');
create policy door on "CalendarFeed" for select using (fortnight_actor() = 'system');

-- To whom the worker sends a reminder: which members hold a key packet of a report, and nothing more of who reads what.
create function fortnight_readers_of(report uuid) returns setof uuid language plpgsql as $$
begin
  perform set_config('fortnight.asks', 'who reads', true);
  return query select distinct "memberId" from "Reader" where "reportId" = report and "memberId" is not null;
  perform set_config('fortnight.asks', '', true);
end $$;
create policy for_jobs on "Reader" for select using (
  fortnight_actor() = 'system' and current_setting('fortnight.asks', true) = 'who reads');

-- The embargo of each issue that was there before, as its records: the reporter's proposal, and the policy's acceptance.
alter table "Issue" no force row level security;
alter table "Report" no force row level security;
alter table "EmbargoRecord" no force row level security;
insert into "EmbargoRecord" ("issueId", number, "reportId", at, step, party, proposal, "disclosureAt", reason)
  select i.id, 1, i."reportId", i."createdAt", 'propose', 'reporter', 1, i."disclosureAt", 'date-of-report'
  from "Issue" i where i."disclosureAt" is not null and i."embargoState" in ('proposed', 'active');
insert into "EmbargoRecord" ("issueId", number, "reportId", at, step, party, proposal)
  select i.id, 2, i."reportId", i."createdAt", 'accept', 'policy', 1
  from "Issue" i where i."disclosureAt" is not null and i."embargoState" = 'active';
alter table "Issue" force row level security;
alter table "Report" force row level security;
alter table "EmbargoRecord" force row level security;

-- Nobody accepts their own proposal, or puts words into the mouth of the standing policy: it accepts the date that came
-- with a report, and a date carried over from another issue of it; and it ends an embargo at its very date.
create function fortnight_check_embargo_record() returns trigger language plpgsql as $$
declare
  proposed "EmbargoRecord";
  issue "Issue";
begin
  select * into issue from "Issue" where id = new."issueId";
  select * into proposed from "EmbargoRecord" p
    where p."issueId" = new."issueId" and p.step = 'propose' and p.proposal = new.proposal;
  if new.number <> 1 + (select coalesce(max(r.number), 0) from "EmbargoRecord" r where r."issueId" = new."issueId")
    then perform fortnight_refuse('the steps of a negotiation are numbered in their order'); end if;
  if new.step in ('accept', 'reject') and proposed.number is null
    then perform fortnight_refuse('an answer is to a proposal'); end if;
  if new.party <> 'policy' then
    if new.step = 'accept' and proposed.party is not distinct from new.party
      then perform fortnight_refuse('a proposal is accepted by the other side'); end if;
    if new.cause = 'date-reached' then perform fortnight_refuse('a date is reached by itself'); end if;
  elsif not coalesce(case new.step
    when 'accept' then
      (proposed.reason = 'date-of-report' and proposed.party = 'reporter' and fortnight_actor() = 'reporter'
        and proposed.number = 1 and new.at = issue."createdAt")
      or (proposed.reason = 'carried-over' and proposed."memberId" = fortnight_member() and exists (
        select 1 from "Issue" i where i."reportId" = new."reportId" and i.id <> new."issueId"
          and i."embargoState" in ('active', 'revise') and i."disclosureAt" = proposed."disclosureAt"))
    when 'terminate' then new.cause = 'date-reached' and new.at = issue."disclosureAt"
    end, false)
    then perform fortnight_refuse('the standing policy says no such thing'); end if;
  return new;
end $$;
create trigger check_step before insert on "EmbargoRecord" for each row
  execute function fortnight_check_embargo_record();

-- Of an issue reporters change what is theirs to say, members the rest; jobs note that its embargo is over.
create trigger reporter_changes_only before update on "Issue" for each row when (fortnight_actor() = 'reporter')
  execute function fortnight_change_only('revision', 'embargoState', 'disclosureAt', 'withdrawnAt', 'exploitSharedAt',
    'exploitSharedBy', 'exploitPublicationAt', 'cveState', 'cveId');
create trigger members_change_only before update on "Issue" for each row when (fortnight_signed_in())
  execute function fortnight_change_only('revision', 'embargoState', 'disclosureAt', 'withdrawnAt', 'exploitSharedAt',
    'exploitSharedBy', 'exploitPublicationAt', 'cveState', 'cveId', 'isExtensionAgreed', 'mergedIntoNumber', 'mergedAt');
create trigger jobs_change_only before update on "Issue" for each row
  when (fortnight_actor() not in ('reporter', 'member', 'coordinator'))
  execute function fortnight_change_only('revision', 'embargoState');

create function fortnight_check_issue() returns trigger language plpgsql as $$
begin
  if new.revision <> old.revision + 1 then perform fortnight_refuse('every change of an issue is counted'); end if;
  if old."embargoState" = 'exited' and new."embargoState" <> 'exited'
    then perform fortnight_refuse('what has been public once has no second embargo'); end if;
  if (old."withdrawnAt" is not null and new."withdrawnAt" is distinct from old."withdrawnAt")
    or (old."mergedAt" is not null and new."mergedAt" is distinct from old."mergedAt")
    or (old."exploitSharedBy" = 'reporter' and new."exploitSharedBy" is distinct from 'reporter'
      and fortnight_actor() = 'reporter')
    then perform fortnight_refuse('an issue is withdrawn, merged or given its exploit once'); end if;
  return new;
end $$;
create trigger check_change before update on "Issue" for each row execute function fortnight_check_issue();

-- Receipt is confirmed once, in one's own name (R8). A discussion moves once, to a list that the member reads (A5).
drop trigger members_change_only on "Report";
create trigger members_change_only before update on "Report" for each row
  when (fortnight_actor() <> 'reporter') execute function
  fortnight_change_only('acknowledgedAt', 'acknowledgedById', 'listId', 'movedFromListId', 'movedAt');
create function fortnight_check_report() returns trigger language plpgsql as $$
begin
  if (new."acknowledgedAt", new."acknowledgedById") is distinct from (old."acknowledgedAt", old."acknowledgedById")
    and (old."acknowledgedAt" is not null or new."acknowledgedAt" is null
      or new."acknowledgedById" is distinct from fortnight_member())
    then perform fortnight_refuse('receipt is confirmed once, in one''s own name'); end if;
  if (new."listId", new."movedFromListId", new."movedAt")
    is distinct from (old."listId", old."movedFromListId", old."movedAt")
    and (old."movedAt" is not null or new."movedAt" is null or new."listId" = old."listId"
      or new."movedFromListId" is distinct from old."listId"
      or not exists (select 1 from "Subscription" s
        where s."memberId" = fortnight_member() and s."listId" = new."listId"))
    then perform fortnight_refuse('a discussion moves once, to a list of the member''s own'); end if;
  return new;
end $$;
create trigger check_change before update on "Report" for each row execute function fortnight_check_report();

-- An obligation is of its report, and closed by what is on record: a posting, somebody's word, a step of the embargo, a
-- fact. Where it has become moot, a reporter's own postings have not become so by the reporter.
create function fortnight_has_grounds(obligation "Obligation") returns boolean language plpgsql stable as $$
declare issue "Issue";
begin
  select * into issue from "Issue" i
    where i."reportId" = obligation."reportId" and i.number = obligation."issueNumber";
  if obligation."evidenceKind" in ('link', 'message-id', 'word') then
    return exists (select 1 from "Posting" p where p."issueId" = issue.id and p."takenBackAt" is null
        and p.reference = obligation.evidence and obligation."evidenceKind" <> 'word')
      or exists (select 1 from "Closing" c where c."obligationId" = obligation.id and c."reopenedAt" is null
        and c."evidenceKind" = obligation."evidenceKind" and c.evidence = obligation.evidence);
  elsif obligation."evidenceKind" <> 'record' then
    return false;
  elsif obligation.evidence = 'moot' then
    return obligation.kind in ('SUPPLY_DATE', 'ANSWER_PROPOSAL', 'REPORT_PROGRESS', 'DISCLOSE', 'ANNOUNCE_EXPLOIT')
      or (obligation.kind in ('POST_ISSUE', 'POST_EXPLOIT') and fortnight_actor() <> 'reporter');
  elsif obligation.kind = 'ACKNOWLEDGE' then
    return case obligation.evidence
      when 'acknowledged' then exists (select 1 from "Report" r
        where r.id = obligation."reportId" and r."acknowledgedAt" = obligation."closedAt")
      when 'public' then exists (select 1 from "Posting" p where p."reportId" = obligation."reportId")
        or exists (select 1 from "CaseRecord" c where c."reportId" = obligation."reportId" and c.fact = 'public')
      else false end;
  end if;
  return obligation.kind in ('SUPPLY_DATE', 'ANSWER_PROPOSAL', 'REPORT_PROGRESS', 'DISCLOSE') and (
    exists (select 1 from "EmbargoRecord" r where r."issueId" = issue.id and obligation.evidence in (r.step, r.cause))
    or exists (select 1 from "CaseRecord" c where c."issueId" = issue.id and c.fact = obligation.evidence)
    or (obligation.evidence = 'published' and exists (
      select 1 from "Posting" p where p."issueId" = issue.id and p."takenBackAt" is null))
    or (obligation.evidence = 'withdrawn' and issue."withdrawnAt" is not null)
    or (obligation.evidence = 'merged' and issue."mergedAt" is not null));
end $$;
create function fortnight_check_obligation() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from "Report" r where r.id = new."reportId" and r.handle = new.handle
    and r."listId" = new."listId" and r."policyVersion" = new."policyVersion")
    then perform fortnight_refuse('an obligation is of its report'); end if;
  if tg_op = 'UPDATE' and (new."closedAt", new."evidenceKind", new.evidence)
    is not distinct from (old."closedAt", old."evidenceKind", old.evidence) then return new; end if;
  if (new."closedAt" is null) <> (new."evidenceKind" is null)
    or (new."closedAt" is not null and not coalesce(fortnight_has_grounds(new), false))
    then perform fortnight_refuse('an obligation is closed by what is on record'); end if;
  return new;
end $$;
create trigger change_only before update on "Obligation" for each row execute function
  fortnight_change_only('openedAt', 'dueAt', 'closedAt', 'evidenceKind', 'evidence', 'revision', 'changedAt',
    'remindedUntil', 'nextReminderAt', 'owner', 'duty', 'clause', 'listId');
create trigger check_closing before insert or update on "Obligation" for each row
  execute function fortnight_check_obligation();
