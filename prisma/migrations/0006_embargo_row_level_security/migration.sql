-- Row-level security of what an embargo consists of. Whoever sees a report sees its dates, states and debts; each row
-- says truly who wrote it; what is append-only has no policy for update or delete.

create function fortnight_concerned(report uuid) returns boolean language sql stable
  as $$ select exists (select 1 from "Report" r where r.id = report) $$;

-- Whether a row's `party` and `memberId` name the one who writes it; the standing policy speaks through whom it serves.
create function fortnight_speaks(party text, member uuid) returns boolean language sql stable as $$
  select case party
    when 'reporter' then fortnight_actor() = 'reporter' and member is null
    when 'list' then fortnight_signed_in() and member is not distinct from fortnight_member()
    when 'policy' then fortnight_actor() in ('reporter', 'member', 'coordinator', 'system') and member is null
    else false end $$;

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
    execute format('create policy add on %I for insert
      with check (fortnight_concerned("reportId") and fortnight_speaks(party, "memberId"))', name);
  end loop;
  foreach name in array array['OrganisationStatus', 'TriageAnswer', 'DutyWork']
  loop
    execute format('create policy with_report on %I for select using (fortnight_concerned("reportId"))', name);
    execute format('create policy add on %I for insert with check (fortnight_concerned("reportId")
      and fortnight_signed_in() and "memberId" = fortnight_member())', name);
  end loop;
end $$;

-- An issue changes with its embargo, by whoever is concerned.
create policy advance on "Issue" for update using (fortnight_concerned("reportId"));

create policy take_back on "Posting" for update using (fortnight_concerned("reportId"))
  with check (fortnight_signed_in() and "takenBackById" is not distinct from fortnight_member());
create policy reopen on "Closing" for update using (fortnight_concerned("reportId"))
  with check (fortnight_signed_in() and "reopenedById" is not distinct from fortnight_member());
create trigger change_only before update on "Posting" for each row
  execute function fortnight_change_only('takenBackAt', 'takenBackById');
create trigger change_only before update on "Closing" for each row
  execute function fortnight_change_only('reopenedAt', 'reopenedById');

create function fortnight_organisation() returns uuid language sql stable
  as $$ select m."organisationId" from "Member" m where m.id = fortnight_member() $$;

-- An organisation speaks for itself.
drop policy add on "OrganisationStatus";
create policy add on "OrganisationStatus" for insert with check (fortnight_concerned("reportId")
  and fortnight_signed_in() and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation());
create policy set_own on "OrganisationStatus" for update using (fortnight_concerned("reportId")
  and fortnight_signed_in() and "organisationId" = fortnight_organisation())
  with check ("memberId" = fortnight_member() and "organisationId" = fortnight_organisation());
drop policy add on "DutyWork";
create policy add on "DutyWork" for insert with check (fortnight_concerned("reportId")
  and fortnight_signed_in() and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation());

-- Who holds which duty is known to all; coordinators assign, organisations volunteer.
create policy read_public on "DutyHolder" for select using (true);
create policy write_administered on "DutyHolder" for all using (fortnight_administers())
  with check (fortnight_administers());
create policy read_signed_in on "DutyOffer" for select using (fortnight_signed_in());
create policy volunteer on "DutyOffer" for insert with check (fortnight_signed_in()
  and "memberId" = fortnight_member() and "organisationId" = fortnight_organisation());
create policy settle_offer on "DutyOffer" for delete using (fortnight_administers()
  or (fortnight_signed_in() and "organisationId" = fortnight_organisation()));

-- What is owed: by whoever sees the report; coordinators see the debts of all reports, which say nothing of content.
create policy concerned on "Obligation" for select using (
  fortnight_administers() or fortnight_concerned("reportId"));
create policy add on "Obligation" for insert with check (fortnight_concerned("reportId"));
create policy advance on "Obligation" for update using (fortnight_concerned("reportId"));

-- A notice is its recipient's. Coordinators see that it was sent.
create policy own on "Notice" for select using (
  fortnight_administers()
  or (fortnight_signed_in() and "memberId" = fortnight_member())
  or (fortnight_actor() = 'reporter' and "memberId" is null and "reportId" = fortnight_report()));
create policy add on "Notice" for insert with check (fortnight_concerned("reportId"));
create policy mark_read on "Notice" for update using (
  (fortnight_signed_in() and "memberId" = fortnight_member())
  or (fortnight_actor() = 'reporter' and "memberId" is null and "reportId" = fortnight_report()));
create trigger change_only before update on "Notice" for each row execute function fortnight_change_only('readAt');

create policy own on "CalendarFeed" for all using (fortnight_signed_in() and "memberId" = fortnight_member())
  with check (fortnight_signed_in() and "memberId" = fortnight_member());
create policy door on "CalendarFeed" for select using (fortnight_actor() = 'system');

-- Who holds a key packet of a report, by member alone: to whom the worker sends a reminder.
create policy for_jobs on "Reader" for select using (fortnight_actor() = 'system');

-- A report's list changes when its discussion moves (A5); nothing else does.
drop trigger members_change_only on "Report";
create trigger members_change_only before update on "Report" for each row
  when (fortnight_actor() <> 'reporter') execute function
  fortnight_change_only('acknowledgedAt', 'acknowledgedById', 'listId', 'movedFromListId', 'movedAt');
create trigger change_only before update on "Issue" for each row execute function
  fortnight_change_only('revision', 'embargoState', 'disclosureAt', 'isExtensionAgreed', 'withdrawnAt',
    'mergedIntoNumber', 'mergedAt', 'exploitSharedAt', 'exploitSharedBy', 'exploitPublicationAt', 'cveState', 'cveId');
create trigger change_only before update on "Obligation" for each row execute function
  fortnight_change_only('openedAt', 'dueAt', 'closedAt', 'evidenceKind', 'evidence', 'revision', 'changedAt', 'remindedUntil',
    'nextReminderAt', 'owner', 'duty', 'clause', 'listId');

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
