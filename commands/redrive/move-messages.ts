import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { DeadLetters } from "./dead-letters.ts";

/**
 * Moves the messages one by one, for a queue server that has no move tasks: each is deleted only when it has been
 * sent, so that whatever happens in between none is lost, and at worst one is there twice. No more are moved than
 * were waiting at the beginning: one that fails at once does not go round and round. Returns how many were moved.
 */
export async function moveMessages(client: SQSClient, deadLetters: DeadLetters): Promise<number> {
  let moved = 0;
  while (moved < deadLetters.waiting) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetters.url,
        MaxNumberOfMessages: Math.min(10, deadLetters.waiting - moved),
        VisibilityTimeout: 60,
      }),
    );
    if (Messages.length === 0) return moved;
    for (const { Body, ReceiptHandle } of Messages) {
      await client.send(new SendMessageCommand({ QueueUrl: deadLetters.source.url, MessageBody: Body }));
      await client.send(new DeleteMessageCommand({ QueueUrl: deadLetters.url, ReceiptHandle }));
      moved++;
    }
  }
  return moved;
}
