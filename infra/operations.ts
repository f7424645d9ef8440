import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { type ITopic, Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/** What an alarm of {@link Operations} says and when. */
export interface AlarmDefinition {
  /** Name of the alarm behind the stack's name, and the anchor of its section in `docs/runbook.md`. */
  readonly name: string;
  /** One sentence for whoever is woken by it. */
  readonly says: string;
  readonly metric: IMetric;
  /** The alarm goes off above this value. */
  readonly above: number;
  /** For how many periods of the metric in a row. @default 1 */
  readonly periods?: number;
}

/** The alarms of the stack, and whom they tell. */
export class Operations extends Construct {
  private readonly topic: ITopic | undefined;

  constructor(scope: Construct, id: string, props: { readonly alarmTopicArn: string | undefined }) {
    super(scope, id);
    if (props.alarmTopicArn !== undefined) {
      this.topic = Topic.fromTopicArn(this, "Topic", props.alarmTopicArn);
    }
  }

  /** Adds an alarm whose description leads to its section of the runbook. */
  alarm({ name, says, metric, above, periods = 1 }: AlarmDefinition): Alarm {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `${says} What to do: docs/runbook.md#${name}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: periods,
      // No data is the normal state of a queue that nobody uses.
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.topic !== undefined) {
      alarm.addAlarmAction(new SnsAction(this.topic));
      alarm.addOkAction(new SnsAction(this.topic));
    }
    return alarm;
  }
}

/** The period over which the stack's alarms look at their metrics. */
export const alarmPeriod = Duration.minutes(1);
