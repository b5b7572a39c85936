import { type SMTPServerOptions } from 'smtp-server';
/** A message that the server has taken and will deliver. */
interface AcceptedMessage {
    raw: Buffer;
    /** Of the envelope: what the commands said. */
    from: string;
    to: string[];
    /** Milliseconds since 1970. */
    acceptedAt: number;
}
/** Where a transaction can fail, in order. `content`: with the whole message read, but not accepted. */
export type SmtpPhase = 'greeting' | 'login' | 'sender' | 'recipient' | 'content';
/** An answer such as `550 No such user`, or the end of the connection in place of any. */
export type SmtpFailure = {
    code: number;
    text: string;
} | 'drop';
export interface SmtpStandIn {
    host: string;
    port: number;
    accepted: AcceptedMessage[];
    /** How many connections there ever were. */
    connections: number;
    /** Asked at each phase; null lets it through. */
    fail: (phase: SmtpPhase) => SmtpFailure | null;
    /** Awaited with a message that is accepted and not yet answered; `drop` ends the connection instead. */
    afterAccept: (message: AcceptedMessage, connection: {
        drop: () => void;
    }) => unknown;
    close: () => Promise<void>;
}
/** A local SMTP server that takes every message, with the login `user` and `password` where one is tried. */
export declare function startSmtpStandIn(options?: SMTPServerOptions): Promise<SmtpStandIn>;
export {};
