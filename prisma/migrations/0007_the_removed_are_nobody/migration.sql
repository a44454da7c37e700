-- Says for this transaction who asks. A member who has been removed is nobody, whatever their session says: they are
-- shown nothing that is not public, and write nothing. It is asked once here instead of in the policies, which look at
-- every row.
create function fortnight_claim(actor text, member text, report text) returns void language plpgsql as $$
begin
  if actor in ('member', 'coordinator') and not exists (
    select 1 from "Member" m where m.id = nullif(member, '')::uuid and m."removedAt" is null)
  then
    actor := 'anonymous';
    member := '';
  end if;
  perform set_config('fortnight.actor', actor, true), set_config('fortnight.member', member, true),
    set_config('fortnight.report', report, true);
end $$;
