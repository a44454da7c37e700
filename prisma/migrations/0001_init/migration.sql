-- CreateTable
CREATE TABLE "List" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "List_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "isCoordinator" BOOLEAN NOT NULL DEFAULT false,
    "enrolledAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Subscription" (
    "memberId" UUID NOT NULL,
    "listId" UUID NOT NULL,

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("memberId","listId")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "encryptionKeyId" TEXT NOT NULL,
    "encryptionFingerprint" TEXT NOT NULL,
    "otherKeyIds" TEXT[],
    "algorithm" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PinnedCoordinator" (
    "fingerprint" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "certificate" BYTEA NOT NULL,
    "pinnedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PinnedCoordinator_pkey" PRIMARY KEY ("fingerprint")
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" UUID NOT NULL,
    "listId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "signedText" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Roster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterReader" (
    "rosterId" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "RosterReader_pkey" PRIMARY KEY ("rosterId","certificateId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "listId" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "submissionHash" TEXT NOT NULL,
    "door" TEXT NOT NULL,
    "policyVersion" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "acknowledgedAt" TIMESTAMPTZ(3),
    "acknowledgedById" UUID,
    "replyAddress" TEXT,
    "receiptLookupId" TEXT NOT NULL,
    "receiptAuthenticatorHash" TEXT NOT NULL,
    "receiptHoldsKey" BOOLEAN NOT NULL,
    "reporterReadAt" TIMESTAMPTZ(3),

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Issue" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "embargoState" TEXT NOT NULL,
    "disclosureAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReporterCertificate" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "encryptionKeyId" TEXT NOT NULL,
    "otherKeyIds" TEXT[],
    "bytes" BYTEA NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReporterCertificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Envelope" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "issueId" UUID,
    "rosterId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "authorMemberId" UUID,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "submissionId" UUID NOT NULL,
    "submissionHash" TEXT NOT NULL,
    "commitment" TEXT,
    "commitmentSignature" TEXT,
    "emptyBody" BYTEA,

    CONSTRAINT "Envelope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnvelopePart" (
    "envelopeId" UUID NOT NULL,
    "part" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,

    CONSTRAINT "EnvelopePart_pkey" PRIMARY KEY ("envelopeId","part")
);

-- CreateTable
CREATE TABLE "Reader" (
    "id" UUID NOT NULL,
    "envelopeId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "memberId" UUID,
    "certificateId" UUID,
    "reporterCertificateId" UUID,
    "fingerprint" TEXT NOT NULL,
    "grantedById" UUID,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Reader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeyPacket" (
    "readerId" UUID NOT NULL,
    "envelopeId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "memberId" UUID,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "KeyPacket_pkey" PRIMARY KEY ("readerId")
);

-- CreateTable
CREATE TABLE "Keyring" (
    "memberId" UUID NOT NULL,
    "certificateId" UUID NOT NULL,
    "keyPacket" BYTEA NOT NULL,
    "body" BYTEA NOT NULL,
    "emptyBody" BYTEA NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Keyring_pkey" PRIMARY KEY ("memberId","certificateId")
);

-- CreateTable
CREATE TABLE "ReadMark" (
    "memberId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "readUntil" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadMark_pkey" PRIMARY KEY ("memberId","reportId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "memberId" UUID,
    "reportId" UUID,
    "facts" JSONB NOT NULL,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventHead" (
    "onlyRow" BOOLEAN NOT NULL DEFAULT true,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventHead_pkey" PRIMARY KEY ("onlyRow")
);

-- CreateTable
CREATE TABLE "UsedNonce" (
    "nonce" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UsedNonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnrolmentLink" (
    "tokenHash" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EnrolmentLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "HandleCounter" (
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "HandleCounter_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "List_name_key" ON "List"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_name_key" ON "Organisation"("name");

-- CreateIndex
CREATE INDEX "Member_organisationId_idx" ON "Member"("organisationId");

-- CreateIndex
CREATE INDEX "Subscription_listId_idx" ON "Subscription"("listId");

-- CreateIndex
CREATE INDEX "Certificate_memberId_idx" ON "Certificate"("memberId");

-- CreateIndex
CREATE INDEX "Certificate_fingerprint_idx" ON "Certificate"("fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Roster_listId_version_key" ON "Roster"("listId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Report_handle_key" ON "Report"("handle");

-- CreateIndex
CREATE UNIQUE INDEX "Report_submissionId_key" ON "Report"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_receiptLookupId_key" ON "Report"("receiptLookupId");

-- CreateIndex
CREATE INDEX "Report_listId_receivedAt_idx" ON "Report"("listId", "receivedAt");

-- CreateIndex
CREATE INDEX "Report_receivedAt_id_idx" ON "Report"("receivedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Issue_reportId_number_key" ON "Issue"("reportId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReporterCertificate_reportId_fingerprint_key" ON "ReporterCertificate"("reportId", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "Envelope_submissionId_key" ON "Envelope"("submissionId");

-- CreateIndex
CREATE INDEX "Envelope_reportId_sentAt_idx" ON "Envelope"("reportId", "sentAt");

-- CreateIndex
CREATE INDEX "Envelope_issueId_idx" ON "Envelope"("issueId");

-- CreateIndex
CREATE INDEX "Reader_reportId_idx" ON "Reader"("reportId");

-- CreateIndex
CREATE INDEX "Reader_memberId_idx" ON "Reader"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Reader_envelopeId_fingerprint_key" ON "Reader"("envelopeId", "fingerprint");

-- CreateIndex
CREATE INDEX "KeyPacket_envelopeId_memberId_idx" ON "KeyPacket"("envelopeId", "memberId");

-- CreateIndex
CREATE INDEX "KeyPacket_memberId_reportId_idx" ON "KeyPacket"("memberId", "reportId");

-- CreateIndex
CREATE INDEX "Event_reportId_at_idx" ON "Event"("reportId", "at");

-- CreateIndex
CREATE INDEX "UsedNonce_expiresAt_idx" ON "UsedNonce"("expiresAt");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_listId_fkey" FOREIGN KEY ("listId") REFERENCES "List"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Roster" ADD CONSTRAINT "Roster_listId_fkey" FOREIGN KEY ("listId") REFERENCES "List"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterReader" ADD CONSTRAINT "RosterReader_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterReader" ADD CONSTRAINT "RosterReader_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_listId_fkey" FOREIGN KEY ("listId") REFERENCES "List"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_acknowledgedById_fkey" FOREIGN KEY ("acknowledgedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Issue" ADD CONSTRAINT "Issue_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReporterCertificate" ADD CONSTRAINT "ReporterCertificate_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_issueId_fkey" FOREIGN KEY ("issueId") REFERENCES "Issue"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Envelope" ADD CONSTRAINT "Envelope_authorMemberId_fkey" FOREIGN KEY ("authorMemberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnvelopePart" ADD CONSTRAINT "EnvelopePart_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Member"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reader" ADD CONSTRAINT "Reader_reporterCertificateId_fkey" FOREIGN KEY ("reporterCertificateId") REFERENCES "ReporterCertificate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyPacket" ADD CONSTRAINT "KeyPacket_readerId_fkey" FOREIGN KEY ("readerId") REFERENCES "Reader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyPacket" ADD CONSTRAINT "KeyPacket_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "Envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyPacket" ADD CONSTRAINT "KeyPacket_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Keyring" ADD CONSTRAINT "Keyring_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Keyring" ADD CONSTRAINT "Keyring_certificateId_fkey" FOREIGN KEY ("certificateId") REFERENCES "Certificate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadMark" ADD CONSTRAINT "ReadMark_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "Report"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
