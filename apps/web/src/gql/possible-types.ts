
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "CancelItemResult": [
      "CancelItemSuccess",
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotCancellable",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed"
    ],
    "CreateApiKeyResult": [
      "CreateApiKeySuccess",
      "InvalidInput",
      "TooManyApiKeys"
    ],
    "KeepItemResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotKeepable",
      "ItemRevisionConflict",
      "KeepItemSuccess",
      "NotFound",
      "NotPermitted",
      "OrderClosed"
    ],
    "Node": [
      "Account",
      "Item",
      "Order"
    ],
    "PlaceOrderResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "NotPermitted",
      "PlaceOrderSuccess"
    ],
    "PrepareShipmentResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "PrepareShipmentSuccess"
    ],
    "ReplaceItemResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemNotReplaceable",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "ReplaceItemSuccess"
    ],
    "ReportItemStatusResult": [
      "IdempotencyKeyReused",
      "InvalidInput",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "ReportItemStatusSuccess"
    ],
    "RevokeApiKeyResult": [
      "NotFound",
      "RevokeApiKeySuccess"
    ],
    "SignInResult": [
      "InvalidCredentials",
      "InvalidInput",
      "SignInSuccess"
    ],
    "UserError": [
      "IdempotencyKeyReused",
      "InvalidCredentials",
      "InvalidInput",
      "ItemNotCancellable",
      "ItemNotKeepable",
      "ItemNotReplaceable",
      "ItemRevisionConflict",
      "NotFound",
      "NotPermitted",
      "OrderClosed",
      "TooManyApiKeys"
    ]
  }
};
      export default result;
    