-- A credit note is an invoice with a negative amount that names the one it takes back, wholly or in part.

alter table invoices drop constraint if exists invoices_amount_eur_min;

alter table invoices
  comment = 'One row per invoice or credit note issued by a company.',
  modify column amount_eur decimal(14,2) not null comment 'amount with VAT; negative for a credit note',
  modify column transaction_id int comment 'the receipt, or what was paid back, on the issuer''s account, once paid',
  add column if not exists credited_id int comment 'the invoice that a credit note takes back, wholly or in part'
    after amount_eur,
  add key if not exists invoices_credited (credited_id),
  add constraint invoices_credited_id_fk foreign key if not exists (credited_id) references invoices (invoice_id);
