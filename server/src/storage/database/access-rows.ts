/** A code that lets people in, until it expires or is revoked. */
export interface AccessCodeRow {
  id: string
  /** SHA-256 of the code in base64url; the code itself is kept nowhere. */
  hash: string
  label: string
  createdAt: number
  expiresAt: number | null
  revokedAt: number | null
}

/** Somebody who came in, and by which code: the last one that they used. */
export interface AdmissionRow {
  voterId: string
  codeId: string
  createdAt: number
}

/** Somebody who agreed to the terms and the privacy notice. */
export interface ConsentRow {
  voterId: string
  /** Of the texts, as of `SiteContent`. */
  version: string
  givenAt: number
}

export interface AccessTables {
  accessCodes: AccessCodeRow
  admissions: AdmissionRow
  consents: ConsentRow
}
