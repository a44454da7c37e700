-- Each event carries the SHA-256 of itself and of the hash before it, so that a change, a removal or another order shows.
insert into "EventHead" ("onlyRow", hash) values (true, '');

create function fortnight_chain_event() returns trigger language plpgsql as $$
begin
  select hash into new."previousHash" from "EventHead" for update;
  new.hash := encode(sha256(convert_to(concat_ws(E'\n', new."previousHash", new.id::text,
    to_char(new.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), new.kind, new."actorKind",
    coalesce(new."memberId"::text, '-'), coalesce(new."reportId"::text, '-'), new.facts::text), 'UTF8')), 'hex');
  update "EventHead" set hash = new.hash;
  return new;
end $$;

create trigger chain_event before insert on "Event" for each row execute function fortnight_chain_event();
