-- Row-level security, tighter: seeing a report is not enough to add to what others wrote, or to change it.

-- A reader is added by who sees the envelope, and a key packet together with its reader.
drop policy add on "Reader";
create policy add on "Reader" for insert with check (
  ("grantedById" is null or "grantedById" = fortnight_member())
  and exists (select 1 from "Envelope" e where e.id = "Reader"."envelopeId" and e."reportId" = "Reader"."reportId"));
drop policy add on "KeyPacket";
create policy add on "KeyPacket" for insert with check (
  exists (select 1 from "Reader" r where r.id = "KeyPacket"."readerId" and r."envelopeId" = "KeyPacket"."envelopeId"
    and r."reportId" = "KeyPacket"."reportId" and r."memberId" is not distinct from "KeyPacket"."memberId"));

-- The bodies of an envelope are its author's.
drop policy add on "EnvelopePart";
create policy add on "EnvelopePart" for insert with check (
  exists (select 1 from "Envelope" e where e.id = "EnvelopePart"."envelopeId"
    and ((fortnight_actor() = 'reporter' and e.author = 'reporter')
      or (fortnight_signed_in() and e."authorMemberId" = fortnight_member()))));

-- An event says truly who added it, and speaks of no report that they do not see.
drop policy add on "Event";
create policy add on "Event" for insert with check (
  fortnight_actor() in ('reporter', 'member', 'coordinator', 'system') and "actorKind" = fortnight_actor()
  and "memberId" is not distinct from fortnight_member()
  and ("reportId" is null or exists (select 1 from "Report" r where r.id = "Event"."reportId")));

-- Sessions begin at the door alone; their members end them, and coordinators.
drop policy doors_or_own on "Session";
create policy doors_or_own on "Session" for select using (
  fortnight_administers() or (fortnight_signed_in() and "memberId" = fortnight_member()));
create policy begin_at_door on "Session" for insert with check (fortnight_actor() = 'system');
create policy finish on "Session" for update using (
  fortnight_administers() or (fortnight_signed_in() and "memberId" = fortnight_member()));

-- A policy cannot see what a row was before. This keeps all columns as they were but those that are named.
create function fortnight_change_only() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - tg_argv is distinct from to_jsonb(old) - tg_argv then
    raise insufficient_privilege using message = format('only %s of %s may change', tg_argv, tg_table_name);
  end if;
  return new;
end $$;

create trigger change_only before update on "Session" for each row
  execute function fortnight_change_only('lastSeenAt', 'endedAt');
create trigger change_only before update on "Envelope" for each row
  execute function fortnight_change_only('emptyBody', 'commitment');
create trigger reporter_changes_only before update on "Report" for each row
  when (fortnight_actor() = 'reporter') execute function fortnight_change_only('replyAddress', 'reporterReadAt');
create trigger members_change_only before update on "Report" for each row
  when (fortnight_actor() <> 'reporter') execute function fortnight_change_only('acknowledgedAt', 'acknowledgedById');
